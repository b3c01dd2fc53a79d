package org.swarmload.sim.actors;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.actor.OneForOneStrategy;
import akka.actor.Props;
import akka.actor.SupervisorStrategy;
import akka.japi.pf.DeciderBuilder;
import akka.japi.pf.FI;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.swarmload.sim.cell.CellPlan;
import org.swarmload.sim.cell.CellResult;
import org.swarmload.sim.cell.ResultMerger;
import org.swarmload.sim.cell.RoundInput;
import org.swarmload.sim.cell.RoundInput.CacheEvents;
import org.swarmload.sim.cell.RoundInput.Grant;
import org.swarmload.sim.cell.RoundOutput;
import org.swarmload.sim.kernel.PartNames;
import org.swarmload.sim.kernel.RoundClock;
import org.swarmload.sim.kernel.RoundClock.Pace;
import org.swarmload.sim.result.EngineFacts.RoundLengths;
import org.swarmload.sim.server.CacheExchange;
import org.swarmload.sim.server.ServerPool;

/**
 * Advances one run in rounds of virtual time: the door and the pools first, then all cells, and only when every answer of
 * a round is there the next one. Answers are put in the order of their senders' numbers, so the order in which messages
 * arrive cannot reach a result.
 */
final class Conductor extends AbstractActor {
    /** Told after each round. */
    interface Progress {
        void reached(long simulatedMicros, double share, long present);
    }

    private final CellPlan plan;
    private final RoundClock clock;
    private final Progress progress;
    private final Cancellation cancellation;
    private final Stopwatch stopwatch;
    private final WorkDone work;
    private final ActorRef door;
    private final ActorRef[] pools;
    private final ActorRef[] groups;

    private final Grant[][] grants;
    private final RoundOutput[] outputs;
    private final CellResult[] results;
    private final TreeSet<Long> threads = new TreeSet<>();
    private List<String> seen = PartNames.of(List.of(this));
    private Protocol.LetIn letIn;
    private ResultMerger.DoorView doorView;
    private ActorRef client;
    private int pending;
    private long from;
    private long to;
    private long rounds;
    private RoundLengths roundLengths = RoundLengths.NONE;
    private Pace pace = Pace.STEADY;
    private boolean cutShort;

    private Conductor(CellPlan plan, RunParts parts, Progress progress, Cancellation cancellation) {
        this.plan = plan;
        this.progress = progress;
        this.cancellation = cancellation;
        this.clock = parts.clock();
        this.stopwatch = parts.stopwatch();
        work = new WorkDone(plan.spec(), plan.audience());
        door = getContext().actorOf(DoorActor.props(plan).withDispatcher(parts.dispatcher()), "door");
        pools = new ActorRef[plan.servers()];
        for (int s = 0; s < pools.length; s++) {
            pools[s] = getContext()
                    .actorOf(ServerActor.props(s, parts.pools()[s]).withDispatcher(parts.dispatcher()), "pool-" + s);
        }
        groups = new ActorRef[parts.groups().length];
        for (int g = 0; g < groups.length; g++) {
            groups[g] = getContext()
                    .actorOf(
                            CellGroupActor.props(plan, parts.groups()[g]).withDispatcher(parts.dispatcher()),
                            "cells-" + g);
        }
        grants = new Grant[plan.servers()][];
        outputs = new RoundOutput[plan.cells()];
        results = new CellResult[plan.cells()];
        Arrays.fill(outputs, RoundOutput.none(plan.servers()));
    }

    static Props props(CellPlan plan, RunParts parts, Progress progress, Cancellation cancellation) {
        return Props.create(Conductor.class, () -> new Conductor(plan, parts, progress, cancellation));
    }

    @Override
    public SupervisorStrategy supervisorStrategy() {
        // A part that fails to start has lost its state: stop it and fail the run, never restart it.
        return new OneForOneStrategy(
                0,
                scala.concurrent.duration.Duration.Zero(),
                DeciderBuilder.matchAny(cause -> {
                            getSelf().tell(new Protocol.Failed("start", cause), getSelf());
                            return (SupervisorStrategy.Directive) SupervisorStrategy.stop();
                        })
                        .build());
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Protocol.Start.class, guarded(m -> start()))
                .match(Protocol.LetIn.class, guarded(this::letIn))
                .match(Protocol.Granted.class, guarded(this::granted))
                .match(Protocol.RoundDone.class, guarded(this::roundDone))
                .match(Protocol.DoorFinished.class, guarded(this::doorFinished))
                .match(Protocol.CellsFinished.class, guarded(this::cellsFinished))
                .match(Protocol.Failed.class, this::failed)
                .build();
    }

    /** Whatever goes wrong here ends the run with its cause; a conductor that only stopped would never answer. */
    private <M> FI.UnitApply<M> guarded(FI.UnitApply<M> handler) {
        return Guard.catching(handler, cause -> failed(new Protocol.Failed("conductor", cause)));
    }

    private void start() {
        client = getSender();
        beginRound();
    }

    private void beginRound() {
        to = clock.endOfRound(from, pace);
        pending = 1 + pools.length;
        door.tell(new Protocol.Advance(outputs.clone(), to), getSelf());
        for (int s = 0; s < pools.length; s++) {
            pools[s].tell(new Protocol.AskGrants(demands(s), from), getSelf());
        }
    }

    private void letIn(Protocol.LetIn message) {
        letIn = message;
        oneMoreAnswer();
    }

    private void granted(Protocol.Granted message) {
        grants[message.server()] = message.grants();
        if (rounds == 0) {
            seen = PartNames.union(seen, message.parts());
        }
        oneMoreAnswer();
    }

    private void oneMoreAnswer() {
        if (--pending == 0) {
            runCells();
        }
    }

    private void runCells() {
        CacheEvents updates = CacheExchange.updates(outputs);
        CacheEvents[] orders = CacheExchange.orders(plan, outputs);
        RoundInput[] inputs = new RoundInput[outputs.length];
        for (int c = 0; c < inputs.length; c++) {
            Grant[] own = new Grant[grants.length];
            for (int s = 0; s < own.length; s++) {
                own[s] = grants[s][c];
            }
            inputs[c] = new RoundInput(from, to, letIn.byCell()[c], own, updates, orders[c]);
        }
        pending = groups.length;
        stopwatch.cellsBegin();
        for (ActorRef group : groups) {
            group.tell(new Protocol.RunRound(inputs), getSelf());
        }
    }

    private void roundDone(Protocol.RoundDone message) {
        threads.add(message.thread());
        for (int c = 0; c < outputs.length; c++) {
            if (message.outputs()[c] != null) {
                outputs[c] = message.outputs()[c];
            }
        }
        if (--pending == 0) {
            stopwatch.cellsEnd();
            endRound();
        }
    }

    private void endRound() {
        rounds++;
        roundLengths = roundLengths.and(to - from);
        from = to;
        long present = letIn.waiting();
        long completed = 0;
        boolean constrained = letIn.constrained();
        for (RoundOutput output : outputs) {
            present += output.present();
            completed += output.completed();
            constrained |= output.constrained();
        }
        pace = constrained || isUnsettled() ? Pace.CONSTRAINED : isCalm() ? Pace.CALM : Pace.STEADY;
        progress.reached(from, work.reach(from, present), present);
        boolean everybodyGone = letIn.allPressed() && present == 0 && !failedStarts();
        double enough = plan.spec().doneShare() * plan.audience().viewers();
        boolean done = enough > 0 && completed >= enough;
        boolean over = everybodyGone || done || from >= plan.spec().endMicros();
        cutShort = !over && (cancellation.requested() || plan.watch().hasSeenEnough());
        if (over || cutShort) {
            finish();
        } else {
            beginRound();
        }
    }

    private boolean isUnsettled() {
        boolean unsettled = false;
        for (int s = 0; s < pools.length && !unsettled; s++) {
            unsettled = ServerPool.isUnsettled(plan, s, demands(s), from);
        }
        return unsettled;
    }

    private boolean isCalm() {
        boolean calm = plan.mayBeCalm() && !failedStarts();
        for (int s = 0; s < pools.length && calm; s++) {
            calm = ServerPool.isCalm(plan, s, demands(s), from);
        }
        return calm;
    }

    private RoundOutput.Demand[] demands(int server) {
        RoundOutput.Demand[] demands = new RoundOutput.Demand[outputs.length];
        for (int c = 0; c < outputs.length; c++) {
            demands[c] = outputs[c].demands()[server];
        }
        return demands;
    }

    private boolean failedStarts() {
        for (RoundOutput output : outputs) {
            if (output.failures().viewer().length > 0) {
                return true;
            }
        }
        return false;
    }

    private void finish() {
        pending = 1 + groups.length;
        stopwatch.cellsBegin();
        Protocol.Finish last = new Protocol.Finish(outputs.clone(), from);
        door.tell(last, getSelf());
        for (ActorRef group : groups) {
            group.tell(last, getSelf());
        }
    }

    private void doorFinished(Protocol.DoorFinished message) {
        doorView = message.view();
        onePartFinished();
    }

    private void cellsFinished(Protocol.CellsFinished message) {
        seen = PartNames.union(seen, message.parts());
        for (int c = 0; c < results.length; c++) {
            if (message.results().get(c) != null) {
                results[c] = message.results().get(c);
            }
        }
        onePartFinished();
    }

    private void onePartFinished() {
        if (--pending == 0) {
            stopwatch.cellsEnd();
            ResultMerger.Course course = new ResultMerger.Course(
                    from, cutShort, threads.size(), rounds, roundLengths, stopwatch::read, seen);
            end(new Protocol.RunEnded(new ResultMerger(plan, List.of(results), doorView).merge(course), null));
        }
    }

    private void failed(Protocol.Failed message) {
        end(new Protocol.RunEnded(
                null, new IllegalStateException("The simulation failed in: " + message.part() + ".", message.cause())));
    }

    private void end(Protocol.RunEnded outcome) {
        client.tell(outcome, getSelf());
        getContext().stop(getSelf());
    }
}
