package org.swarmload.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.swarmload.cli.Main.CannotDo;
import org.swarmload.report.Unit;
import org.swarmload.scenario.Scenario;
import org.swarmload.sim.cell.MemoryEstimate;
import org.swarmload.study.MemoryPlan;

/** Says before a run what memory it needs, and refuses one that cannot fit in: it would fail after minutes otherwise. */
final class Memory {
    /** What is advised is above what is estimated. */
    private static final double MARGIN = 1.25;

    private static final double GIB = 1 << 30;

    private final Scenario scenario;
    private final MemoryPlan plan;
    private final long heapBytes;

    Memory(Scenario scenario, MemoryPlan plan, long heapBytes) {
        this.scenario = scenario;
        this.plan = plan;
        this.heapBytes = heapBytes;
    }

    /** The memory that this Java may use. */
    static long heapBytes() {
        return Runtime.getRuntime().maxMemory();
    }

    /** @throws CannotDo when it does not fit */
    void check() {
        if (!fits()) {
            throw new CannotDo(refusal());
        }
    }

    boolean fits() {
        return plan.fits(heapBytes);
    }

    /** The part of the viewers for whom the memory suffices. */
    double shareThatFits() {
        return plan.shareThatFits(heapBytes);
    }

    /** One line: how much, of how much, and what it is made of. */
    String line() {
        return "about " + Unit.BYTES.say(plan.bytes()) + ", and Java may use " + Unit.BYTES.say(heapBytes) + "; "
                + parts();
    }

    private String parts() {
        MemoryPlan.Run run = plan.largest();
        MemoryEstimate memory = run.memory();
        double perCell = (double) memory.fixedBytes() / memory.cells();
        return run.delivery() + " takes " + Unit.BYTES.say(memory.stateBytes()) + ": "
                + Unit.COUNT.say(memory.viewers())
                + " viewers at " + Unit.BYTES.say(memory.bytesPerViewer()) + " each, "
                + Unit.NUMBER.say(memory.transfersPerViewer()) + " transfers at once for each at "
                + Unit.BYTES.say(memory.bytesPerTransfer()) + ", "
                + Unit.COUNT.say(memory.cells(), "cell") + " at " + Unit.BYTES.say(perCell)
                + (plan.atOnce() > 1 ? "; " + plan.atOnce() + " simulations at a time" : "");
    }

    private String refusal() {
        double gibibytes = Math.ceil(10 * MARGIN * plan.bytes() / GIB) / 10;
        double fewer =
                plan.shareThatFits(heapBytes) / MARGIN * scenario.audience().viewers();
        String viewers = fewer < 1
                ? ""
                : ", or fewer viewers, as in --set audience.viewers="
                        + new BigDecimal(fewer)
                                .round(new MathContext(2, RoundingMode.DOWN))
                                .toBigInteger();
        String threads = plan.atOnce() > 1 ? ", or one simulation at a time, with --threads 1" : "";
        String list = scenario.run().listViewers() ? ", or no list of viewers" : "";
        return "This does not fit into memory: it needs " + line() + ".\nMaybe more, as in SWARMLOAD_JAVA_OPTS=-Xmx"
                + Math.round(gibibytes * 1024) + "m" + viewers + threads + list + ".";
    }
}
