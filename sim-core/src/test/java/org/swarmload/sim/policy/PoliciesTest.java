package org.swarmload.sim.policy;

import org.junit.jupiter.api.Nested;

/** A policy that is added gets its contract test here. */
class PoliciesTest {
    @Nested
    class Generic extends DownloadPolicyContract {
        @Override
        protected DownloadPolicy policy() {
            return new GenericPolicy(Pickers.create("rarest-first"), 4);
        }
    }

    @Nested
    class Relay extends DownloadPolicyContract {
        @Override
        protected DownloadPolicy policy() {
            return new RelayPolicy(Pickers.create("window"), 4);
        }
    }

    @Nested
    class MediaLoader extends DownloadPolicyContract {
        @Override
        protected DownloadPolicy policy() {
            return new MediaLoaderPolicy(3);
        }
    }

    @Nested
    class ServerOnly extends DownloadPolicyContract {
        @Override
        protected DownloadPolicy policy() {
            return new ServerOnlyPolicy();
        }
    }

    @Nested
    class Passive extends DownloadPolicyContract {
        @Override
        protected DownloadPolicy policy() {
            return new PassivePolicy();
        }
    }
}
