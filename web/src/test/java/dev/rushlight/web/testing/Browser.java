package dev.rushlight.web.testing;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockInstantiator;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServletService;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Supplier;

/** A page without a browser and without a container: views come from the test, which hands them what they need. */
public final class Browser implements AutoCloseable {

    private final Map<Class<?>, Supplier<?>> views = new HashMap<>();

    public <T extends Component> Browser with(Class<T> view, Supplier<T> made) {
        views.put(view, made);
        return this;
    }

    public Browser open() {
        var routes = new HashSet<Class<? extends Component>>();
        views.keySet().stream()
                .filter(view -> view.isAnnotationPresent(Route.class))
                .forEach(view -> routes.add(view.asSubclass(Component.class)));
        MockVaadin.setup(UI::new, new Servlet(new Routes(routes, new HashSet<>(), true)));
        return this;
    }

    public void go(String address) {
        UI.getCurrent().navigate(address);
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
                    return new HandMade(super.getInstantiator());
                }
            };
            service.init();
            getRoutes().register(service.getContext());
            return service;
        }
    }

    private final class HandMade extends MockInstantiator {

        HandMade(Instantiator delegate) {
            super(delegate);
        }

        @Override
        public <T> T getOrCreate(Class<T> type) {
            var made = views.get(type);
            return made == null ? super.getOrCreate(type) : type.cast(made.get());
        }
    }
}
