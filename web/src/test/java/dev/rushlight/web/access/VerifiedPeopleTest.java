package dev.rushlight.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.people.Role;
import dev.rushlight.web.testing.Somebody;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import org.junit.jupiter.api.Test;

class VerifiedPeopleTest {

    private final VerifiedPeople store = new VerifiedPeople();

    @Test
    void eachRoleBringsTheOnesBeforeIt() {
        var result = store.validate(new VerifiedPerson(Somebody.person("maria", Role.LEAD)));
        assertThat(result.getCallerPrincipal().getName()).isEqualTo("maria");
        assertThat(result.getCallerGroups()).containsExactlyInAnyOrder("VIEWER", "REVIEWER", "LEAD");
    }

    @Test
    void aPasswordIsNothingTheContainerMayVerify() {
        assertThat(store.validate(new UsernamePasswordCredential("maria", "correct horse battery")))
                .isEqualTo(CredentialValidationResult.NOT_VALIDATED_RESULT);
    }
}
