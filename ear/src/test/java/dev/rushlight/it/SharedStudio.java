package dev.rushlight.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link Studio} of the run. After each test it keeps a picture of every page if the test failed,
 * and fails it if a page reported an error.
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
            if (context.getExecutionException().isPresent()) {
                chromium.photograph(context.getRequiredTestMethod().getName());
            } else {
                assertThat(chromium.problems()).as("errors that pages reported").isEmpty();
            }
        } finally {
            chromium.sendVisitorsHome();
        }
    }
}
