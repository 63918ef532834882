package dev.rushlight.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link Studio} of the run. After each test it fails it if a page reported an error. Of a failed test
 * it keeps a picture of every page, and tells what the servers said.
 */
final class SharedStudio implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(SharedStudio.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Studio.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(Studio.class, type -> Studio.open());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var studio = context.getRoot().getStore(NAMESPACE).get(Studio.class, Studio.class);
        if (studio == null) {
            return;
        }
        var chromium = studio.chromium();
        try {
            var failure = context.getExecutionException();
            if (failure.isPresent()) {
                chromium.photograph(context.getRequiredTestMethod().getName());
                failure.get()
                        .addSuppressed(new AssertionError(
                                "Meanwhile pages reported %s; %s".formatted(chromium.problems(), studio.saidLately())));
            } else {
                assertThat(chromium.problems())
                        .as("errors that pages reported; %s", studio.saidLately())
                        .isEmpty();
            }
        } finally {
            chromium.sendVisitorsHome();
        }
    }
}
