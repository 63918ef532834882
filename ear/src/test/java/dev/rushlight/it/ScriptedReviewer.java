package dev.rushlight.it;

import dev.rushlight.campaign.CrashHistory;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * A reviewer who asks for changes and takes that back by abstaining, on one item after the other, so that each vote is a
 * decision. Whatever goes wrong, this reviewer logs in again and goes on by what the page then shows; no vote is ever sent
 * twice. Each vote's reason names its operation.
 */
final class ScriptedReviewer implements Runnable {
    private static final String REQUEST_CHANGES = "REQUEST_CHANGES";
    private static final String ABSTAIN = "ABSTAIN";
    private static final Duration BREATH = Duration.ofMillis(200);

    private final String name;
    private final String password;
    private final URI site;
    private final List<String> items;
    private final CrashHistory history;
    private final AtomicLong operations;
    private final AtomicLong saved;
    private final BooleanSupplier enough;
    private Optional<PlainPage> page = Optional.empty();

    ScriptedReviewer(
            String name,
            String password,
            URI site,
            List<String> items,
            CrashHistory history,
            AtomicLong operations,
            AtomicLong saved,
            BooleanSupplier enough) {
        this.name = name;
        this.password = password;
        this.site = site;
        this.items = items;
        this.history = history;
        this.operations = operations;
        this.saved = saved;
        this.enough = enough;
    }

    @Override
    public void run() {
        for (var turn = 0; !enough.getAsBoolean(); turn++) {
            var item = items.get(turn % items.size());
            try {
                vote(page(item), item);
            } catch (IOException e) {
                startOver();
            }
        }
    }

    /** One page, as of somebody with one tab, which goes from item to item. */
    private PlainPage page(String item) throws IOException {
        var path = "item/" + item;
        if (page.isEmpty()) {
            page = Optional.of(new PlainVisitor(site).logIn(name, password).open(path));
        } else {
            page.get().goTo(path);
        }
        return page.get();
    }

    private void vote(PlainPage page, String item) throws IOException {
        var choice = isInForce(page, REQUEST_CHANGES) ? ABSTAIN : REQUEST_CHANGES;
        var reason = page.node("reason");
        var button = page.node(button(choice));
        var operation = operations.incrementAndGet();
        history.invoked(operation, name, item, choice);
        try {
            page.send(PlainPage.typed(reason, "op " + operation), PlainPage.event(button, "click"));
        } catch (ConnectException refused) {
            history.failed(operation, refused.toString());
            throw refused;
        } catch (IOException cut) {
            history.unknown(operation, cut.toString());
            throw cut;
        }
        if (!isInForce(page, choice)) {
            history.unknown(operation, "the page does not show the vote");
            throw new IOException("Not saved");
        }
        history.ok(operation);
        saved.incrementAndGet();
    }

    private void startOver() {
        page = Optional.empty();
        Eventually.pause(BREATH);
    }

    private static boolean isInForce(PlainPage page, String choice) {
        return page.attribute(button(choice), "aria-pressed")
                .filter("true"::equals)
                .isPresent();
    }

    private static String button(String choice) {
        return "vote-" + choice.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
