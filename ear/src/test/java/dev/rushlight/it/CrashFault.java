package dev.rushlight.it;

import dev.rushlight.hub.peer.FaultProxy;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** What happens to a server of which nobody may lose a decision; a strike returns once what it broke is whole again. */
enum CrashFault {
    /** The server dies by {@code kill -9} and is started again. */
    KILL {
        @Override
        void strike(CrashCampaign campaign, RandomGenerator luck) {
            campaign.rushlight().kill();
            Eventually.pause(Duration.ofMillis(luck.nextLong(500)));
            campaign.rushlight().start();
        }
    },
    /** Its link to the hub is reset: what was on its way, acknowledgements too, is gone. */
    HUB_RESET {
        @Override
        void strike(CrashCampaign campaign, RandomGenerator luck) {
            campaign.hubLink().rst();
        }
    },
    /** Its link to the hub ends in the middle of a frame. */
    HUB_TRUNCATED {
        @Override
        void strike(CrashCampaign campaign, RandomGenerator luck) {
            campaign.hubLink().truncate();
        }
    },
    /** The hub cannot be reached for some seconds. */
    HUB_GONE {
        @Override
        void strike(CrashCampaign campaign, RandomGenerator luck) {
            campaign.hubLink().refuse();
            Eventually.pause(Duration.ofMillis(1_000 + luck.nextLong(2_000)));
            campaign.hubLink().heal();
        }
    },
    /** What the reviewers sent, or what they were answered, is gone. */
    BROWSER_RESET {
        @Override
        void strike(CrashCampaign campaign, RandomGenerator luck) {
            campaign.siteLink().rst();
        }
    },
    /** Every connection to the database is reset, with whatever commit was on its way. */
    DATABASE_RESET {
        @Override
        void strike(CrashCampaign campaign, RandomGenerator luck) {
            campaign.databaseLink().ifPresent(FaultProxy::rst);
        }
    },
    /** Every connection to the database ends in the middle of an answer. */
    DATABASE_TRUNCATED {
        @Override
        void strike(CrashCampaign campaign, RandomGenerator luck) {
            campaign.databaseLink().ifPresent(FaultProxy::truncate);
        }
    };

    abstract void strike(CrashCampaign campaign, RandomGenerator luck);

    /** The faults beside the kill that such a database leaves possible. */
    static List<CrashFault> cuts(CrashStore.Kind store) {
        return switch (store) {
            case H2 -> List.of(HUB_RESET, HUB_TRUNCATED, HUB_GONE, BROWSER_RESET);
            case POSTGRESQL ->
                Stream.of(values()).filter(fault -> fault != KILL).toList();
        };
    }
}
