package dev.rushlight.web.access;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import java.security.Principal;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lets only those onto a page whom its annotation names, judged by the account as it is now. */
final class Gate extends NavigationAccessControl {

    private final transient CurrentPerson current;

    Gate(CurrentPerson current) {
        this.current = current;
        setLoginView(LoginView.class);
    }

    @Override
    protected @Nullable Principal getPrincipal(VaadinRequest request) {
        return current.find().<Principal>map(person -> person::username).orElse(null);
    }

    @Override
    protected Predicate<String> getRolesChecker(VaadinRequest request) {
        Optional<Role> own = current.find().map(Identity::role);
        return role ->
                own.filter(mine -> mine.compareTo(Role.valueOf(role)) >= 0).isPresent();
    }
}
