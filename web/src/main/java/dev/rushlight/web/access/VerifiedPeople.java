package dev.rushlight.web.access;

import dev.rushlight.people.Role;
import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Tells the container who came in and in which roles; each role brings the ones before it. */
@ApplicationScoped
@DeclareRoles({"VIEWER", "REVIEWER", "LEAD", "ADMIN"})
@CustomFormAuthenticationMechanismDefinition(
        loginToContinue = @LoginToContinue(loginPage = "/login", errorPage = "", useForwardToLogin = false))
public class VerifiedPeople implements IdentityStore {

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof VerifiedPerson verified)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        var person = verified.identity();
        var roles = Arrays.stream(Role.values())
                .filter(role -> role.compareTo(person.role()) <= 0)
                .map(Role::name)
                .collect(Collectors.toSet());
        return new CredentialValidationResult(person.username(), roles);
    }
}
