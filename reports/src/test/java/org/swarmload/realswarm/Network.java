package org.swarmload.realswarm;

import java.util.ArrayList;
import java.util.List;

/**
 * One network namespace for each peer, joined by a bridge in a namespace of its own; no way out of it. A peer's uplink is
 * a token bucket with a plain queue. Everything has a name with {@link #PREFIX}, so that {@link #removeLeftovers} finds
 * what a killed run left.
 */
final class Network implements AutoCloseable {
    private static final String PREFIX = "rsw-";
    private static final String CONGESTION_CONTROL = "cubic";
    private static final String BRIDGE = PREFIX + "br";

    /** Bytes that a bucket lets through at once: ten full frames, the least at which tbf keeps its rate. */
    private static final String BURST = "16kb";

    /** What the line sends in this time waits before it; more is dropped. */
    private static final String QUEUE = "1000ms";

    private static final String ALLOWED = "net.ipv4.tcp_allowed_congestion_control";

    private final int peers;

    /** Congestion controls that namespaces of this machine might use before. */
    private final String allowedBefore;

    private Network(int peers, String allowedBefore) {
        this.peers = peers;
        this.allowedBefore = allowedBefore;
    }

    /** Why no network can be made here, or null. */
    static String missing() {
        if (Shell.attempt("ip -V").status() != 0 || Shell.attempt("tc -V").status() != 0) {
            return "the commands ip and tc are missing (package iproute2)";
        }
        Shell.Result made = Shell.attempt("ip netns add " + PREFIX + "try");
        Shell.attempt("ip netns del " + PREFIX + "try");
        return made.status() == 0
                ? null
                : "network namespaces need root: " + made.output().strip();
    }

    /** Ends processes in namespaces of an earlier run that was killed, and deletes the namespaces. */
    static void removeLeftovers() {
        for (String line : Shell.run("ip netns list").split("\n")) {
            String name = line.split(" ")[0];
            if (name.startsWith(PREFIX)) {
                for (String pid :
                        Shell.attempt("ip netns pids " + name).output().split("\\s+")) {
                    pid.chars().filter(Character::isDigit).findAny().ifPresent(digit -> kill(pid));
                }
                Shell.attempt("ip netns del " + name);
            }
        }
    }

    private static void kill(String pid) {
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Joins so many peers; their lines are not shaped yet. */
    static Network create(int peers) {
        String allowed = Shell.run("sysctl -n " + ALLOWED).strip();
        if (!allowed.contains(CONGESTION_CONTROL)) {
            sysctl(List.of(), ALLOWED + "=" + allowed + " " + CONGESTION_CONTROL);
        }
        Shell.run("ip netns add " + BRIDGE);
        Shell.run("ip -n " + BRIDGE + " link add br0 type bridge");
        Shell.run("ip -n " + BRIDGE + " link set br0 up");
        for (int i = 0; i < peers; i++) {
            addPeer(i);
        }
        return new Network(peers, allowed);
    }

    private static void addPeer(int peer) {
        String name = PREFIX + peer;
        Shell.run("ip netns add " + name);
        for (String setting : List.of(
                "net.ipv6.conf.all.disable_ipv6=1",
                "net.ipv4.tcp_congestion_control=" + CONGESTION_CONTROL,
                // Larger than all that a peer may ask for at once: bt's only thread spins while a socket is full.
                "net.ipv4.tcp_wmem=4096\t2097152\t8388608")) {
            sysctl(inside(peer), setting);
        }
        Shell.run("ip -n " + name + " link add eth0 type veth peer name p" + peer + " netns " + BRIDGE);
        // Else the bucket sees frames of 64 KB.
        Shell.run("ip -n " + name + " link set eth0 gso_max_segs 1 gso_max_size 1514");
        Shell.run("ip -n " + name + " addr add " + address(peer) + "/24 dev eth0");
        Shell.run("ip -n " + name + " link set lo up");
        Shell.run("ip -n " + name + " link set eth0 up");
        Shell.run("ip -n " + BRIDGE + " link set p" + peer + " master br0");
        Shell.run("ip -n " + BRIDGE + " link set p" + peer + " up");
    }

    private static void sysctl(List<String> inside, String setting) {
        List<String> command = new ArrayList<>(inside);
        command.addAll(List.of("sysctl", "-q", "-w", setting));
        Shell.run(command);
    }

    static String address(int peer) {
        return "10.77.0." + (10 + peer);
    }

    /** How a command line begins that runs in the peer's namespace. */
    static List<String> inside(int peer) {
        return List.of("ip", "netns", "exec", PREFIX + peer);
    }

    /** Sets the peers' uplinks. */
    void shape(int[] uplinksKbps) {
        for (int i = 0; i < peers; i++) {
            Shell.run(String.format(
                    java.util.Locale.ROOT,
                    "ip netns exec %s%d tc qdisc replace dev eth0 root handle 1: tbf rate %dkbit burst %s latency %s",
                    PREFIX,
                    i,
                    uplinksKbps[i],
                    BURST,
                    QUEUE));
        }
    }

    /** Bytes of frames that a peer's interface has sent. */
    static long sentBytes(int peer) {
        String statistics = Shell.run("ip netns exec " + PREFIX + peer + " cat /proc/net/dev");
        String line = statistics
                .lines()
                .filter(text -> text.contains("eth0:"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.substring(line.indexOf(':') + 1).trim().split("\\s+")[8]);
    }

    @Override
    public void close() {
        removeLeftovers();
        sysctl(List.of(), ALLOWED + "=" + allowedBefore);
    }
}
