package org.swarmload.duel;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.PieceView;
import org.swarmload.sim.watch.Choosing;
import org.swarmload.sim.watch.Watch;

/**
 * Writes down what a picker saw, what chance gave it and what it chose, one JSON object a line, so that the same picker in
 * another language can be checked against this one. For runs of one cell, whose picks have an order. The format is in
 * reports/ARCHITECTURE.md.
 */
public final class PickTrace implements Watch {
    private final String name;
    private final int every;
    private final Consumer<String> lines;
    private long picks;

    /**
     * @param name of the picker, said in every line
     * @param every writes the first pick and every so many after it
     * @param lines takes each line, without its end
     */
    public PickTrace(String name, int every, Consumer<String> lines) {
        this.name = name;
        this.every = every;
        this.lines = lines;
    }

    @Override
    public PiecePicker over(PiecePicker picker) {
        return new PiecePicker() {
            @Override
            public int pick(PieceView view) {
                long number = picks++;
                return number % every == 0 ? written(picker, view, number) : picker.pick(view);
            }

            @Override
            public List<Object> parts() {
                return picker.parts();
            }
        };
    }

    private int written(PiecePicker picker, PieceView view, long number) {
        StringBuilder line = new StringBuilder(256);
        begin(line, number, view);
        Listening listening = new Listening(view);
        int choice = picker.pick(listening);
        line.append(",\"chance\":[").append(listening.chance).append("],\"choice\":");
        lines.accept(line.append(choice).append('}').toString());
        return choice;
    }

    private void begin(StringBuilder line, long number, PieceView view) {
        line.append("{\"pick\":").append(number);
        line.append(",\"picker\":\"").append(name).append('"');
        if (view instanceof Choosing choosing) {
            line.append(",\"micros\":").append(choosing.nowMicros());
            line.append(",\"viewer\":").append(choosing.viewer());
            line.append(",\"uploader\":").append(uploader(choosing.uploader()));
        }
        line.append(",\"pieces\":").append(view.pieces());
        line.append(",\"firstPiece\":").append(view.firstPiece());
        line.append(",\"front\":").append(view.front());
        line.append(",\"clientSeed\":\"").append(view.clientSeed()).append('"');
        list(line, "offered", view, index -> index);
        list(line, "holders", view, view::holders);
        line.append(",\"microsToDeadline\":[");
        eachOffered(view, index -> line.append(view.microsToDeadline(index)).append(','));
        close(line);
    }

    private static String uploader(int member) {
        return switch (member) {
            case Choosing.SERVER -> "\"server\"";
            case Choosing.ALL_NEIGHBOURS -> "\"neighbours\"";
            default -> Integer.toString(member);
        };
    }

    /** A value for each offered piece, in the order of the pieces. */
    private static void list(StringBuilder line, String key, PieceView view, IntUnaryOperator value) {
        line.append(",\"").append(key).append("\":[");
        eachOffered(view, index -> line.append(value.applyAsInt(index)).append(','));
        close(line);
    }

    private static void eachOffered(PieceView view, java.util.function.IntConsumer use) {
        for (int word = 0; word << 6 < view.pieces(); word++) {
            for (long left = view.offered(word); left != 0; left &= left - 1) {
                use.accept((word << 6) + Long.numberOfTrailingZeros(left));
            }
        }
    }

    private static void close(StringBuilder line) {
        if (line.charAt(line.length() - 1) == ',') {
            line.setLength(line.length() - 1);
        }
        line.append(']');
    }

    /** The view, with a note of every answer that chance had a part in. */
    private static final class Listening implements PieceView {
        private final PieceView view;
        private final StringBuilder chance = new StringBuilder();

        Listening(PieceView view) {
            this.view = view;
        }

        private int note(String what, int answer) {
            chance.append(chance.length() == 0 ? "" : ",").append('[').append(what);
            chance.append(',').append(answer).append(']');
            return answer;
        }

        @Override
        public int randomBelow(int bound) {
            return note("\"below\"," + bound, view.randomBelow(bound));
        }

        @Override
        public int rarest(int from, int to) {
            return note("\"rarest\"," + from + "," + to, view.rarest(from, to));
        }

        @Override
        public int random(int from, int to) {
            return note("\"random\"," + from + "," + to, view.random(from, to));
        }

        @Override
        public long clientSeed() {
            return view.clientSeed();
        }

        @Override
        public int front() {
            return view.front();
        }

        @Override
        public int pieces() {
            return view.pieces();
        }

        @Override
        public int firstPiece() {
            return view.firstPiece();
        }

        @Override
        public long offered(int word) {
            return view.offered(word);
        }

        @Override
        public int holders(int index) {
            return view.holders(index);
        }

        @Override
        public long microsToDeadline(int index) {
            return view.microsToDeadline(index);
        }
    }
}
