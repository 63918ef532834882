package dev.rushlight.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.component.Html;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The directions of the house and the rules that hold in every room. */
@AnalyzeClasses(packages = "dev.rushlight", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DOMAIN = {
        "dev.rushlight.installation..",
        "dev.rushlight.people..",
        "dev.rushlight.policy..",
        "dev.rushlight.review..",
        "dev.rushlight.reviewsession..",
        "dev.rushlight.feedback..",
        "dev.rushlight.exchange..",
        "dev.rushlight.connection..",
        "dev.rushlight.ledger..",
        "dev.rushlight.audit.."
    };

    private static final String[] CONTAINER = {
        "jakarta.enterprise..", "jakarta.inject..", "jakarta.persistence..", "jakarta.transaction..", "com.vaadin.."
    };

    @ArchTest
    static void everyRoomIsLookedAt(JavaClasses house) {
        for (var room : List.of(
                "review",
                "reviewsession",
                "feedback",
                "policy",
                "people",
                "exchange",
                "connection",
                "installation",
                "ledger",
                "audit")) {
            assertThat(house.containPackage("dev.rushlight." + room)).as(room).isTrue();
        }
        assertThat(house.contain("dev.rushlight.hub.event.EventHub")).isTrue();
        assertThat(house.contain("dev.rushlight.server.EmbeddedHub")).isTrue();
        assertThat(house.contain("dev.rushlight.web.queue.QueueView")).isTrue();
        assertThat(house.contain("dev.rushlight.web.bridge.HubSupervisor")).isTrue();
    }

    @ArchTest
    static final ArchRule noPackagesInCircles =
            slices().matching("dev.rushlight.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theDomainKnowsNeitherTheWireNorThePages = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.rushlight.hub..",
                    "dev.rushlight.server..",
                    "dev.rushlight.web..",
                    "com.vaadin..",
                    "jakarta.websocket..",
                    "jakarta.servlet..");

    @ArchTest
    static final ArchRule policyKnowsNothingElse = knowsOnly("policy");

    /** The ledger is the deepest leaf: whoever does something writes it down there. */
    @ArchTest
    static final ArchRule theLedgerKnowsNothingElse = knowsOnly("ledger", "installation");

    @ArchTest
    static final ArchRule reviewSessionsStandOnReviewAlone = noClasses()
            .that()
            .resideInAPackage("dev.rushlight.reviewsession..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.rushlight.connection..");

    @ArchTest
    static final ArchRule nobodyInTheDomainStandsOnReviewSessions = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .and()
            .resideOutsideOfPackage("dev.rushlight.reviewsession..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.rushlight.reviewsession..");

    @ArchTest
    static final ArchRule peopleKnowOnlyTheLedger = knowsOnly("people", "ledger", "installation");

    @ArchTest
    static final ArchRule theExchangeKnowsOnlyTheLedger = knowsOnly("exchange", "ledger", "installation");

    private static ArchRule knowsOnly(String room, String... others) {
        var known = Stream.concat(Stream.of(room), Stream.of(others))
                .map("dev.rushlight."::concat)
                .toList();
        return noClasses()
                .that()
                .resideInAPackage("dev.rushlight.%s..".formatted(room))
                .should()
                .dependOnClassesThat(DescribedPredicate.<JavaClass>describe(
                        "are of another package of the house",
                        other -> other.getPackageName().startsWith("dev.rushlight.")
                                && known.stream().noneMatch(other.getPackageName()::startsWith)));
    }

    @ArchTest
    static final ArchRule theHubClientStandsAlone = noClasses()
            .that()
            .resideInAPackage("dev.rushlight.hub..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(join(join(DOMAIN, CONTAINER), "dev.rushlight.server..", "dev.rushlight.web.."));

    @ArchTest
    static final ArchRule theHubServerKnowsOnlyTheHubClient = noClasses()
            .that()
            .resideInAPackage("dev.rushlight.server..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(join(join(DOMAIN, CONTAINER), "dev.rushlight.web.."));

    @ArchTest
    static final ArchRule viewsDoNotKnowEachOther = slices().matching(
                    "dev.rushlight.web.(queue|item|admin|reviewsession|guest)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule theFrameDoesNotKnowWhatItFrames = noClasses()
            .that()
            .resideInAnyPackage("dev.rushlight.web.shell..", "dev.rushlight.web.access..", "dev.rushlight.web.look..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.rushlight.web.queue..",
                    "dev.rushlight.web.item..",
                    "dev.rushlight.web.admin..",
                    "dev.rushlight.web.reviewsession..",
                    "dev.rushlight.web.guest..",
                    "dev.rushlight.web.bridge..",
                    "dev.rushlight.web.boot..");

    @ArchTest
    static final ArchRule onlyTheBridgeSpeaksWithHubs = noClasses()
            .that()
            .resideInAPackage("dev.rushlight.web..")
            .and()
            .resideOutsideOfPackages("dev.rushlight.web.bridge..", "dev.rushlight.web.boot..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.rushlight.hub.event..", "dev.rushlight.hub.socketio..", "dev.rushlight.server.event..");

    @ArchTest
    static final ArchRule administratorsSeeOnlyTheSupervisorOfTheBridge = noClasses()
            .that()
            .resideInAPackage("dev.rushlight.web..")
            .and()
            .resideOutsideOfPackages("dev.rushlight.web.bridge..", "dev.rushlight.web.boot..")
            .should()
            .dependOnClassesThat(DescribedPredicate.<JavaClass>describe(
                    "are inner parts of the bridge",
                    other -> other.getPackageName().startsWith("dev.rushlight.web.bridge")
                            && !List.of("HubSupervisor", "ConnectionStatus").contains(other.getSimpleName())));

    @ArchTest
    static final ArchRule thePagesKnowNoDatabase = noClasses()
            .that()
            .resideInAPackage("dev.rushlight.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "org.eclipse.persistence..", "org.jooq..");

    /** Read models take one too: outside of a transaction, the container's threads share an entity manager. */
    @ArchTest
    static final ArchRule onlyDesksAndReadModelsOpenTransactions = classes()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should()
            .haveSimpleNameEndingWith("Desk")
            .orShould()
            .haveNameMatching(
                    "dev\\.rushlight\\.(review\\.(ReviewQueue|ReviewItems)"
                            + "|reviewsession\\.ReviewSessions|feedback\\.(FeedbackNotes|Annotations)|connection\\.ExchangeLog|audit\\.LedgerPages)");

    @ArchTest
    static final ArchRule onlyDesksRefineTransactions = methods()
            .that()
            .areAnnotatedWith(Transactional.class)
            .should()
            .beDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Desk");

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = methods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameNotMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule technologyStaysInItsPackage =
            classes().that().haveSimpleNameStartingWith("Jpa").should().notBePublic();

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = noFields().should().beAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noMarkupFromText =
            noClasses().should().dependOnClassesThat().areAssignableTo(Html.class);

    @ArchTest
    static final ArchRule loggersAreConstants = fields().that()
            .haveRawType(java.util.logging.Logger.class)
            .should()
            .bePrivate()
            .andShould()
            .beStatic()
            .andShould()
            .beFinal();

    @ArchTest
    static final ArchRule everyPackageSaysWhatItIsForAndThatNullIsNotMeant = classes()
            .should(new ArchCondition<>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                    }
                }
            });

    @Test
    void noSourceWritesMarkupIntoThePage() throws IOException {
        try (var sources = Stream.concat(
                        Files.walk(Path.of("src/main/java")), Files.walk(Path.of("src/main/frontend/rush")))
                .filter(Files::isRegularFile)) {
            assertThat(sources)
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(Files.readString(source))
                            .doesNotContain("innerHTML", "outerHTML", "unsafeHTML", "insertAdjacentHTML"));
        }
    }

    private static String[] join(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }
}
