package dev.rushlight.web.live;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** Runs what must not keep a page or a hub waiting, on the container's threads. */
@ApplicationScoped
public class BackgroundWork {

    /** Runs the work as soon as a thread is free. */
    public void run(Runnable work) {
        executor().execute(work);
    }

    /** Runs the work once the pause is over. */
    public void after(Duration pause, Runnable work) {
        executor().schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ScheduledExecutorService executor() {
        try {
            return InitialContext.doLookup("java:comp/DefaultManagedScheduledExecutorService");
        } catch (NamingException e) {
            throw new IllegalStateException("This server offers no managed executor", e);
        }
    }
}
