package org.swarmload.limits;

import java.util.List;
import java.util.Objects;
import org.swarmload.limits.AudiencePoint.Run;
import org.swarmload.scenario.Objective;

/** Something that may go wrong with a delivery as its audience grows. */
public sealed interface Breakage {
    /** The delivery that it happens to. */
    String delivery();

    /** "link:edge:east", or the objective as written. */
    String id();

    /** Whether it happened at an audience; null when nothing was measured. */
    Boolean happensAt(AudiencePoint point);

    /** Model time of the night at which it happened in the first replication in which it did; null if that is not known. */
    Long microsAt(AudiencePoint point);

    private static List<Run> runs(String delivery, AudiencePoint point) {
        return point.delivery(delivery).runs();
    }

    /** A resource is full, in at least half of the replications. */
    record Full(String delivery, Resource resource) implements Breakage {
        @Override
        public String id() {
            return resource.id();
        }

        /** In a run; null where the delivery has no such resource. */
        public Fullness in(Run run) {
            return run.resources().stream()
                    .filter(one -> one.resource().equals(resource))
                    .findFirst()
                    .orElse(null);
        }

        private List<Fullness> at(AudiencePoint point) {
            return runs(delivery, point).stream()
                    .map(this::in)
                    .filter(Objects::nonNull)
                    .toList();
        }

        @Override
        public Boolean happensAt(AudiencePoint point) {
            List<Fullness> runs = at(point);
            long full = runs.stream().filter(run -> run.fullAtMicros() != null).count();
            return runs.isEmpty() ? null : (Boolean) (2 * full >= runs.size());
        }

        @Override
        public Long microsAt(AudiencePoint point) {
            return at(point).stream()
                    .map(Fullness::fullAtMicros)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** The mean over replications does not keep an objective. */
    record Falls(String delivery, Objective objective) implements Breakage {
        @Override
        public String id() {
            return objective.text();
        }

        private List<Promise> at(AudiencePoint point) {
            return runs(delivery, point).stream()
                    .flatMap(run -> run.promises().stream())
                    .filter(promise -> promise.objective().equals(objective))
                    .toList();
        }

        /** The mean over replications; null when some had nothing to measure. */
        public Double valueAt(AudiencePoint point) {
            List<Promise> promises = at(point);
            return promises.isEmpty() || promises.stream().anyMatch(promise -> promise.value() == null)
                    ? null
                    : (Double) promises.stream()
                            .mapToDouble(Promise::value)
                            .average()
                            .orElseThrow();
        }

        @Override
        public Boolean happensAt(AudiencePoint point) {
            Double value = valueAt(point);
            return value == null ? null : (Boolean) !objective.comparison().holds(value, objective.limit());
        }

        @Override
        public Long microsAt(AudiencePoint point) {
            return at(point).stream()
                    .filter(promise -> promise.value() != null
                            && !objective.comparison().holds(promise.value(), objective.limit()))
                    .findFirst()
                    .map(Promise::worstMicros)
                    .orElse(null);
        }
    }
}
