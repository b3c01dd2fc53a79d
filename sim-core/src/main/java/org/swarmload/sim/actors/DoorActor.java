package org.swarmload.sim.actors;

import akka.actor.AbstractActor;
import akka.actor.Props;
import java.util.Arrays;
import java.util.List;
import org.swarmload.sim.cell.Cause;
import org.swarmload.sim.cell.CellPlan;
import org.swarmload.sim.cell.ResultMerger;
import org.swarmload.sim.cell.RoundInput.Admissions;
import org.swarmload.sim.cell.RoundOutput;
import org.swarmload.sim.door.FrontDoor;
import org.swarmload.sim.kernel.Numbers;
import org.swarmload.sim.kernel.PartNames;

/** The front door as a logical process. */
final class DoorActor extends AbstractActor {
    private final CellPlan plan;
    private final int services;
    private FrontDoor door;
    private final Numbers waits = new Numbers(1024);
    private int waitCount;
    private final long[] waitOfViewer;

    private DoorActor(CellPlan plan) {
        this.plan = plan;
        this.services = plan.spec().frontDoor().size();
        waitOfViewer = new long[plan.spec().keepViewers() ? plan.audience().viewers() : 0];
        Arrays.fill(waitOfViewer, -1);
    }

    static Props props(CellPlan plan) {
        return Props.create(DoorActor.class, () -> new DoorActor(plan));
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Protocol.Advance.class, Guard.reporting(this, "front door", this::advance))
                .match(Protocol.Finish.class, Guard.reporting(this, "front door", this::finish))
                .build();
    }

    private void advance(Protocol.Advance message) {
        if (door == null) {
            door = new FrontDoor(plan.spec(), plan.audience()); // here and not at birth, so that a failure is reported
        }
        takeBack(message.lastRound());
        door.advance(message.toMicros());
        getSender().tell(new Protocol.LetIn(split(), door.waiting(), door.allPressed(), door.constrained()), getSelf());
    }

    /** Starts that failed behind the door, whose viewers are the door's again, and sessions that are over. */
    private void takeBack(RoundOutput[] lastRound) {
        for (RoundOutput output : lastRound) {
            RoundOutput.Failures failures = output.failures();
            for (int i = 0; i < failures.viewer().length; i++) {
                int cause = Cause.values()[failures.cause()[i]].code(services);
                door.startFailed(failures.viewer()[i], failures.atMicros()[i], cause);
            }
            for (int viewer : output.ended()) {
                door.sessionEnded(viewer);
            }
        }
    }

    /** Deals the admissions of the round out to the cells, in order of time within each. */
    private Admissions[] split() {
        int cells = plan.cells();
        Admissions[] batches = new Admissions[cells];
        Arrays.fill(batches, Admissions.NONE);
        int n = door.admissions();
        if (n == 0) {
            return batches;
        }
        int[] sizes = new int[cells];
        int[] cellOf = new int[n];
        for (int i = 0; i < n; i++) {
            cellOf[i] = plan.audience().cellOf(door.admittedViewer(i), cells);
            sizes[cellOf[i]]++;
        }
        for (int c = 0; c < cells; c++) {
            batches[c] = new Admissions(
                    new int[sizes[c]],
                    new long[sizes[c]],
                    new long[sizes[c]],
                    new int[sizes[c]],
                    new boolean[sizes[c]]);
        }
        Arrays.fill(sizes, 0);
        for (int i = 0; i < n; i++) {
            put(batches[cellOf[i]], sizes[cellOf[i]]++, i);
        }
        return batches;
    }

    private void put(Admissions batch, int at, int i) {
        batch.viewer()[at] = door.admittedViewer(i);
        batch.atMicros()[at] = door.admittedAtMicros(i);
        batch.pressMicros()[at] = door.admittedPressMicros(i);
        batch.press()[at] = door.admittedPress(i);
        batch.refused()[at] = door.admittedCause(i) != FrontDoor.NO_CAUSE;
        boolean passedTheDoor = door.admittedViewer(i) >= plan.audience().initialViewers();
        long wait = door.admittedAtMicros(i) - door.admittedPressMicros(i);
        if (passedTheDoor && door.admittedCounts(i)) {
            addWait(wait);
        }
        if (passedTheDoor && waitOfViewer.length > 0) {
            waitOfViewer[door.admittedViewer(i)] = wait;
        }
    }

    private void addWait(long micros) {
        if (waitCount == waits.size()) {
            waits.grow(waitCount + (waitCount >> 2));
        }
        waits.set(waitCount++, micros);
    }

    private void finish(Protocol.Finish message) {
        takeBack(message.lastRound());
        ResultMerger.DoorView view = new ResultMerger.DoorView(
                door.facts(),
                door.levels(),
                door.use(),
                Cause.names(plan.spec().frontDoor()),
                door.waitingCounted(),
                waits.toArray(waitCount),
                waitOfViewer,
                door.digest(),
                door.events(),
                door.stateBytes() + waits.stateBytes() + 8L * waitOfViewer.length,
                PartNames.union(PartNames.of(List.of(this)), PartNames.of(door.parts())));
        getSender().tell(new Protocol.DoorFinished(view), getSelf());
    }
}
