package org.swarmload.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.swarmload.cost.Bills.GB;
import static org.swarmload.cost.Bills.GBPS;
import static org.swarmload.cost.Bills.GIB;
import static org.swarmload.cost.Bills.NOTHING;
import static org.swarmload.cost.Bills.money;
import static org.swarmload.cost.Bills.own;
import static org.swarmload.cost.Bills.sent;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.swarmload.cost.Invoice.Line;
import org.swarmload.sim.model.BackgroundSpec;

/** Bills of what is ordered, and of what is agreed off; all sums by hand. */
class OrderedCapacityTest {
    private static final Meter PER_GBPS = new Meter.Capacity(Meter.Order.UPLINK, money("120"), money("1000000000"));
    private static final Estate TWO_ORIGINS =
            new Estate(Map.of("origin", new Estate.Pool(2, 16 * GBPS, BackgroundSpec.NONE)), false, 0);

    /** Two machines of 8 Gbps at 120 for each Gbps, whatever they send. */
    @Test
    void shouldBillAPoolsWholeUplink() {
        Map<String, Contract> payers = Map.of("origin", Contract.of(own(PER_GBPS)));

        Invoice idle = Bills.price(payers, TWO_ORIGINS);
        Invoice busy = Bills.price(payers, TWO_ORIGINS, sent("origin", 1_000 * GB));

        assertThat(idle.lines()).hasSize(1);
        Line line = idle.lines().get(0);
        assertThat(line.meter()).isEqualTo("capacity ordered");
        assertThat(line.unit()).isEqualTo("Gbit/s");
        assertThat(line.without()).isEqualByComparingTo("0");
        assertThat(line.quantity()).isEqualByComparingTo("16");
        assertThat(line.amount()).isEqualByComparingTo("1920");
        assertThat(busy.total()).isEqualByComparingTo("1920.00");
    }

    /** The part that other traffic takes was ordered too, and the month without the event has none of it. */
    @Test
    void shouldBillAnOrderInFullWhereOtherTrafficTakesPart() {
        Estate busy = new Estate(
                Map.of(
                        "edge:east", new Estate.Pool(1, 55 * GBPS, BackgroundSpec.flat(40 * GBPS)),
                        "edge:west", new Estate.Pool(1, 37 * GBPS, BackgroundSpec.NONE)),
                false,
                0);
        Meter per100Mbps = new Meter.Capacity(Meter.Order.UPLINK, money("3"), money("100000000"));

        Invoice invoice = Bills.price(Map.of("edges", Contract.of(own(per100Mbps))), busy, sent("edge:east", GB));

        assertThat(invoice.lines().get(0).unit()).isEqualTo("100 Mbit/s");
        assertThat(invoice.lines().get(0).quantity()).isEqualByComparingTo("920");
        assertThat(invoice.total()).isEqualByComparingTo("2760.00");
        assertThat(invoice.monthWithout()).isEqualByComparingTo("0.00");
    }

    /** An order beside the bytes, each on a line of its own: 16 x 120, and 1,024 GiB of which 100 are free at 0.09. */
    @Test
    void shouldBillAnOrderBesideTheBytes() {
        Contract both = new Contract(
                List.of(own(PER_GBPS), Bills.shipped("aws-egress-us")), "", Map.of(), money("0"), money("1"));

        Invoice invoice = Bills.price(Map.of("origin", both), TWO_ORIGINS, sent("origin", 1_024 * GIB));

        assertThat(invoice.total()).isEqualByComparingTo("2003.16");
    }

    /** 180 calls a second at 2, ten machines at 15; services are billed apart, and one without a list is free. */
    @Test
    void shouldBillTheServicesOfTheFrontDoor() {
        Map<String, Estate.Service> door = new LinkedHashMap<>();
        door.put("login", new Estate.Service(1, money("180")));
        door.put("licence", new Estate.Service(10, money("125")));
        door.put("manifest", new Estate.Service(1, money("120")));
        Map<String, Contract> payers = new LinkedHashMap<>();
        payers.put(
                Contracts.doorPayer("login"),
                Contract.of(own(new Meter.Capacity(Meter.Order.CALLS, money("2"), money("1")))));
        payers.put(Contracts.doorPayer("licence"), Contract.of(own(new Meter.PerServer(money("15")))));

        Invoice invoice = Bills.price(payers, new Estate(Map.of(), door, false, 0));

        assertThat(invoice.lines()).extracting(Line::payer).containsExactly("front-door login", "front-door licence");
        assertThat(invoice.lines()).extracting(Line::unit).containsExactly("calls/s", "servers");
        assertThat(invoice.lines().get(0).amount()).isEqualByComparingTo("360");
        assertThat(invoice.lines().get(1).amount()).isEqualByComparingTo("150");
        assertThat(invoice.total()).isEqualByComparingTo("510.00");
    }

    /** Ten machines for six hours at 0.1134. */
    @Test
    void shouldBillTheServersOfAServiceByTheHour() {
        Contract hours = new Contract(List.of(Bills.shipped("aws-c6in-large")), "", Map.of(), money("6"), money("1"));
        Estate door = new Estate(Map.of(), Map.of("licence", new Estate.Service(10, money("125"))), false, 0);

        Invoice invoice = Bills.price(Map.of(Contracts.doorPayer("licence"), hours), door);

        assertThat(invoice.lines().get(0).amount()).isEqualByComparingTo("6.804");
    }

    /** 10,241 GiB at list price are 870.48; 60 % off leave 348.19. Lines of the list stay what the list says. */
    @Test
    void shouldTakeADiscountOffOnALineOfItsOwn() {
        Contract contract = Contract.of(Bills.shipped("cloudfront-list")).less(money("0.6"));

        Invoice invoice = Bills.price(Map.of("edges", contract), NOTHING, sent("edge:east", 10_241 * GIB));

        assertThat(invoice.lines()).hasSize(3);
        assertThat(invoice.lines().get(0).unitPrice()).isEqualByComparingTo("0.085");
        Line discount = invoice.lines().get(2);
        assertThat(discount.meter()).isEqualTo("discount of 60% on the amounts of this list");
        assertThat(discount.unit()).isEqualTo("USD");
        assertThat(discount.quantity()).isEqualByComparingTo("-870.48");
        assertThat(discount.unitPrice()).isEqualByComparingTo("0.6");
        assertThat(discount.amount()).isEqualByComparingTo("-522.288");
        assertThat(invoice.total()).isEqualByComparingTo("348.19");
    }

    /** 40 of 50 were missing to the minimum, the event fills 10 of them: both months are halved, and so is the event. */
    @Test
    void shouldTakeADiscountOffAMinimumToo() {
        Tariff atLeast50 = new Tariff(
                "own",
                "Ours",
                "us",
                "2026",
                "USD",
                List.of(Meter.Tiers.flat(VolumeUnit.GB, money("0.01"))),
                Map.of(),
                "",
                money("50"));
        Estate tenDollars = Bills.edges(Map.of("east", BackgroundSpec.flat(3_086_419)));
        Contract half = Contract.of(atLeast50).less(money("0.5"));

        Invoice little = Bills.price(Map.of("edges", half), tenDollars, sent("edge:east", 1_000 * GB));
        Invoice much = Bills.price(Map.of("edges", half), tenDollars, sent("edge:east", 10_000 * GB));

        assertThat(little.monthWith()).isEqualByComparingTo("25.00");
        assertThat(little.total()).isEqualByComparingTo("0.00");
        // 10 + 100 are 110, halved 55; without the event 25.
        assertThat(much.monthWith()).isEqualByComparingTo("55.00");
        assertThat(much.total()).isEqualByComparingTo("30.00");
    }

    /** What uploads spare are bytes at agreed prices; what was ordered stands there with them and without them. */
    @Test
    void shouldLeaveOrdersOutOfDerivedPrices() {
        Contract ordered = new Contract(
                List.of(Bills.shipped("cloudfront-list"), own(PER_GBPS)), "", Map.of(), money("0"), money("1"));
        Estate edge = Bills.edges(Map.of("east", BackgroundSpec.NONE));

        Invoice list = vendor(Contract.of(Bills.shipped("cloudfront-list")), edge);
        Invoice more = vendor(ordered, edge);
        Invoice agreed = vendor(ordered.less(money("0.5")), edge);

        assertThat(more.breakEven()).isEqualTo(list.breakEven());
        assertThat(last(more).meter()).endsWith("of the average cloudfront-list price");
        assertThat(last(more).unitPrice()).isEqualByComparingTo(last(list).unitPrice());
        assertThat(agreed.breakEven().spared())
                .isEqualByComparingTo(list.breakEven().spared().multiply(money("0.5")));
        assertThat(last(agreed).unitPrice())
                .isEqualByComparingTo(last(list).unitPrice().multiply(money("0.5")));
    }

    private static Invoice vendor(Contract edges, Estate estate) {
        Map<String, Contract> payers = new LinkedHashMap<>();
        payers.put("edges", edges);
        payers.put("peers", Contract.of(Bills.shipped("vendor-share-of-cdn")));
        return Bills.price(payers, estate, sent("edge:east", 10_000 * GIB), sent("peers", 41_200 * GIB));
    }

    private static Line last(Invoice invoice) {
        return invoice.lines().get(invoice.lines().size() - 1);
    }
}
