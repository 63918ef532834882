package dev.rushlight.hub.api;

import dev.rushlight.hub.api.Change.Action;
import dev.rushlight.hub.api.EntityState.Standing;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Sends recorded changes as one batch, and takes over what the server makes of them. */
final class Commits {

    private final Schemas schemas;
    private final Identities identities;
    private final Function<List<JsonObject>, JsonArray> calls;
    private final CachedEntities cached;
    private final Object lock;

    /** @param lock the session's lock, which this takes, but not during a call */
    Commits(
            Schemas schemas,
            Identities identities,
            Function<List<JsonObject>, JsonArray> calls,
            CachedEntities cached,
            Object lock) {
        this.schemas = schemas;
        this.identities = identities;
        this.calls = calls;
        this.cached = cached;
        this.lock = lock;
    }

    /**
     * Sends what is recorded, if anything is; after a failure it is recorded as before.
     *
     * @throws MalformedAnswer if the server did it, but what it said of it cannot be read
     */
    void send(Changes log) {
        List<Change> batch;
        List<JsonObject> operations;
        synchronized (lock) {
            batch = log.take();
            operations = batch.stream().map(Change::operation).toList();
        }
        if (batch.isEmpty()) {
            return;
        }
        JsonArray results;
        try {
            results = calls.apply(operations);
        } catch (RuntimeException | Error e) {
            synchronized (lock) {
                log.putBack(batch);
            }
            throw e;
        }
        takeOver(batch, results).ifPresent(problem -> {
            throw problem;
        });
    }

    private Optional<MalformedAnswer> takeOver(List<Change> batch, JsonArray results) {
        var problems = new ArrayList<MalformedAnswer>();
        var deleted = batch.stream()
                .filter(change -> change.action() == Action.DELETE)
                .map(Change::entity)
                .toList();
        var outdated = new HashMap<EntityKey, List<String>>();
        Map<EntityKey, JsonObject> news;
        CacheWatch.Moment moment;
        synchronized (lock) {
            var answer = Answer.fresh(schemas, identities);
            batch.stream()
                    .filter(change -> change.action() != Action.DELETE)
                    .forEach(change -> outdated.computeIfAbsent(change.entity().key(), missing -> new ArrayList<>())
                            .addAll(accept(change, answer)));
            for (var i = 0; i < batch.size(); i++) {
                try {
                    read(batch.get(i), i < results.size() ? results.get(i) : JsonValue.NULL, answer);
                } catch (MalformedAnswer e) {
                    problems.add(e);
                }
            }
            deleted.forEach(entity -> {
                entity.state().become(Standing.GONE);
                identities.remove(entity);
                cached.beginDeletion(entity.key());
            });
            news = answer.wire();
            // What was created with the key of what was deleted in the same batch is there.
            moment = cached.now();
        }
        deleted.forEach(entity -> cached.endDeletion(entity.key()));
        news.forEach((key, json) -> cached.learn(moment, key, json, outdated.getOrDefault(key, List.of())));
        return problems.stream().findFirst();
    }

    /** What was sent holds now; returns the attributes of which the server must be asked again. */
    private List<String> accept(Change change, Answer answer) {
        var entity = change.entity();
        var state = entity.state();
        if (change.action() == Action.CREATE && state.standing() == Standing.NEW) {
            state.become(Standing.EXISTING);
        }
        var outdated = new ArrayList<String>();
        change.values().forEach((name, value) -> {
            answer.tell(entity, name, value);
            state.sent(name, value);
            entity.schema()
                    .companion(entity.schema().attribute(name))
                    .map(Attribute::name)
                    .filter(companion -> !change.values().containsKey(companion) && state.isTold(companion))
                    .ifPresent(companion -> {
                        state.forget(companion);
                        outdated.add(companion);
                    });
        });
        return outdated;
    }

    private static void read(Change change, JsonValue result, Answer answer) {
        if (change.action() == Action.DELETE) {
            return;
        }
        if (!(result instanceof JsonObject object) || !(object.get("data") instanceof JsonObject data)) {
            throw new MalformedAnswer("the %s of %s without data"
                    .formatted(change.action() == Action.CREATE ? "creation" : "update", change.entity()));
        }
        for (var name : change.entity().schema().primaryKey()) {
            if (data.containsKey(name)
                    && !Answer.keyText(data.get(name))
                            .equals(Answer.keyText(change.entity().identity().get(name)))) {
                throw new MalformedAnswer(change.entity() + " is answered with another entity");
            }
        }
        answer.readInto(change.entity(), data);
    }
}
