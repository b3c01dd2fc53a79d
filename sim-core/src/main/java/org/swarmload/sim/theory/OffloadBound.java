package org.swarmload.sim.theory;

import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.Holding;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec.Swarm;

/**
 * The share of the bytes that viewers can send each other at most, whatever the picker does: the least of three limits:
 *
 * <ul>
 *   <li>copies: somebody must fetch every piece first, so n viewers save at most 1 - 1/n (FAQ of p2p-media-loader);
 *   <li>upload: peers cannot receive more than peers send. Mean upload over all viewers, those who may not upload
 *       counted as 0, over the mean rate wanted: the conservation argument of Kumar, Liu and Ross, "Stochastic Fluid
 *       Theory for P2P Streaming Systems", INFOCOM 2007, there u(p) against the rate r;
 *   <li>receivers: devices without peer-to-peer take every byte from servers.
 * </ul>
 *
 * Reachability, the buffer and the moment of arrival only lower what is reached. The first limit holds whatever happens,
 * the others, if they are not 0, where all stay equally long and get what they want: they are means over people, not over
 * bytes.
 *
 * @param byCopies the first limit; 1 if somebody brings pieces
 * @param byReceivers the third one
 * @param meanUploadBps mean over all viewers of what they may upload
 * @param meanRateBps mean over all viewers of the rate at which they receive
 */
public record OffloadBound(double byCopies, double byReceivers, double meanUploadBps, double meanRateBps) {
    private static final int SLICES = 1_000;

    /** For viewers who receive what line and screen carry. */
    public static OffloadBound of(AudienceSpec audience, ContentSpec content, Swarm swarm) {
        double receivable = 0;
        double rate = 0;
        double uploaders = 0;
        for (Device device : audience.devices()) {
            double wanted = device.share() * PeakDemand.meanRate(audience, content, device);
            rate += wanted;
            receivable += device.role() == PeerRole.NONE ? 0 : wanted;
            uploaders += device.role() == PeerRole.FULL ? device.share() : 0;
        }
        double upload = uploaders * meanAllowedUpload(audience, swarm.uploadCapBps());
        boolean brought = audience.initial().stream().anyMatch(group -> group.holding() != Holding.NONE);
        double byCopies = brought ? 1 : 1 - 1.0 / audience.viewers();
        return new OffloadBound(byCopies, receivable / rate, upload, rate);
    }

    /**
     * The bound if viewers receive at this rate on average: pressed down to a lower rendition they take less, so that the
     * same upload is a greater share.
     */
    public OffloadBound atRate(double receivedBps) {
        return new OffloadBound(byCopies, byReceivers, meanUploadBps, receivedBps);
    }

    /** The second limit; infinite if nothing is received. */
    public double byUpload() {
        return meanRateBps <= 0 ? Double.POSITIVE_INFINITY : meanUploadBps / meanRateBps;
    }

    /** The bound, from 0 to 1. */
    public double value() {
        return Math.min(byCopies, Math.min(byUpload(), byReceivers));
    }

    /** E[min(up, cap)] over access lines, those without permission counted as 0. */
    private static double meanAllowedUpload(AudienceSpec audience, long capBps) {
        double cap = capBps == 0 ? Double.MAX_VALUE : capBps;
        double[] shares = audience.accessShares();
        double mean = 0;
        for (int a = 0; a < shares.length; a++) {
            Access access = audience.access().get(a);
            if (access.uploadAllowed()) {
                double sum = 0;
                for (int i = 0; i < SLICES; i++) {
                    sum += Math.min(cap, access.upBps().quantile((i + 0.5) / SLICES));
                }
                mean += shares[a] * sum / SLICES;
            }
        }
        return mean;
    }
}
