package dev.rushlight.web.testing;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServletService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A page without a browser and without a container: views come from the test, which hands them what they need. */
public final class Browser implements AutoCloseable {

    private static final Set<String> MAKING = Set.of("getOrCreate", "createRouteTarget", "createComponent");

    private final Set<Class<? extends HasErrorParameter<?>>> errors = new HashSet<>();
    private final Map<Object, Supplier<?>> views = new HashMap<>();

    public <T extends Component> Browser with(Class<T> view, Supplier<T> made) {
        views.put(view, made);
        return this;
    }

    public Browser onError(Class<? extends HasErrorParameter<?>> page) {
        errors.add(page);
        return this;
    }

    public Browser open() {
        var routes = new HashSet<Class<? extends Component>>();
        views.keySet().stream()
                .map(view -> (Class<?>) view)
                .filter(view -> view.isAnnotationPresent(Route.class))
                .forEach(view -> routes.add(view.asSubclass(Component.class)));
        MockVaadin.setup(UI::new, new Servlet(new Routes(routes, errors, true)));
        return this;
    }

    public void go(String address) {
        var parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts.length > 1 ? parts[1] : ""));
    }

    /** Lets what other threads handed to the page happen. */
    public void settle() {
        MockVaadin.clientRoundtrip();
    }

    @Override
    public void close() {
        MockVaadin.tearDown();
    }

    private final class Servlet extends MockVaadinServlet {

        Servlet(Routes routes) {
            super(routes, UI::new);
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            var service = new MockService(this, configuration, UI::new) {
                @Override
                public Instantiator getInstantiator() {
                    return handMade(super.getInstantiator());
                }
            };
            service.init();
            getRoutes().register(service.getContext());
            return service;
        }
    }

    /** The instantiator of the mock, except for the views that the test makes itself. */
    private Instantiator handMade(Instantiator usual) {
        return (Instantiator) Proxy.newProxyInstance(
                Browser.class.getClassLoader(), new Class<?>[] {Instantiator.class}, (proxy, method, arguments) -> {
                    var asked = arguments == null || arguments.length == 0 ? Void.class : arguments[0];
                    var made = MAKING.contains(method.getName()) ? views.get(asked) : null;
                    try {
                        return made == null ? method.invoke(usual, arguments) : made.get();
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
