package org.swarmload.cost;

import java.math.BigDecimal;

/**
 * What one account used in one billing month, in one price region. The month without the event has traffic only: what
 * else meters count is the event's.
 *
 * @param traffic bytes that machines of the account sent
 * @param requests that were answered with bytes
 * @param minutes of video in these requests
 * @param serverHours machines x hours for which they are rented
 * @param servers that were ordered
 * @param capacity that was ordered with them: bits per second, or calls per second
 * @param rentedHours hours for which one machine of a kind is rented that grows with the crowd
 * @param peers viewers present at once, at most
 * @param viewerHours hours of the title that were played
 * @param events 1 in the month with the event, else 0
 * @param cdn what a CDN would have charged; null where nobody asks
 */
record Usage(
        MonthTraffic traffic,
        BigDecimal requests,
        BigDecimal minutes,
        BigDecimal serverHours,
        BigDecimal servers,
        BigDecimal capacity,
        BigDecimal rentedHours,
        BigDecimal peers,
        BigDecimal viewerHours,
        BigDecimal events,
        CdnPrice cdn) {

    /**
     * The price of the average unit, had a CDN delivered the bytes of edges and viewers together.
     *
     * @param tariff by which it was found
     */
    record CdnPrice(BigDecimal perUnit, VolumeUnit unit, String tariff) {}

    /** A month without the event. */
    static Usage quiet(MonthTraffic traffic, CdnPrice cdn) {
        BigDecimal none = BigDecimal.ZERO;
        return new Usage(traffic, none, none, none, none, none, none, none, none, none, cdn);
    }
}
