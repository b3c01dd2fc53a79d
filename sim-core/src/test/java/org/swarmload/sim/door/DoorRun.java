package org.swarmload.sim.door;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.swarmload.sim.audience.Audience;
import org.swarmload.sim.audience.ModelFixture;
import org.swarmload.sim.model.ModelSpec;

/** Drives a door by hand through rounds of equal length and keeps every admission. */
final class DoorRun {
    final FrontDoor door;
    int[] viewer = new int[1024];
    long[] press = new long[1024];
    long[] admitted = new long[1024];
    int size;
    private long now;

    DoorRun(ModelFixture fixture) {
        ModelSpec model = fixture.model();
        door = new FrontDoor(model, fixture.audience());
    }

    DoorRun(ModelFixture fixture, long[] pressMicros) {
        door = new FrontDoor(fixture.model(), fixture.audience(), pressMicros);
    }

    DoorRun until(double seconds, double roundSeconds) {
        long end = Math.round(seconds * 1e6);
        long round = Math.round(roundSeconds * 1e6);
        while (now < end) {
            now = Math.min(end, now + round);
            door.advance(now);
            keepAdmissions();
        }
        return this;
    }

    DoorRun until(double seconds) {
        return until(seconds, 1);
    }

    DoorFacts facts() {
        return door.facts();
    }

    /** Admissions of people who had pressed before. */
    long pressesAfterTheFirst(Audience audience) {
        return IntStream.range(0, size)
                .filter(i -> press[i] > audience.pressMicros(viewer[i]))
                .count();
    }

    double meanWaitSeconds() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += admitted[i] - press[i];
        }
        return sum / size / 1e6;
    }

    double maxWaitSeconds() {
        long max = 0;
        for (int i = 0; i < size; i++) {
            max = Math.max(max, admitted[i] - press[i]);
        }
        return max / 1e6;
    }

    private void keepAdmissions() {
        for (int i = 0; i < door.admissions(); i++) {
            if (size == viewer.length) {
                viewer = Arrays.copyOf(viewer, 2 * size);
                press = Arrays.copyOf(press, 2 * size);
                admitted = Arrays.copyOf(admitted, 2 * size);
            }
            viewer[size] = door.admittedViewer(i);
            press[size] = door.admittedPressMicros(i);
            admitted[size++] = door.admittedAtMicros(i);
        }
    }
}
