package org.swarmload.sim.theory;

import org.swarmload.sim.model.AudienceSpec;
import org.swarmload.sim.model.AudienceSpec.Access;
import org.swarmload.sim.model.AudienceSpec.Device;
import org.swarmload.sim.model.AudienceSpec.PeerRole;
import org.swarmload.sim.model.ContentSpec;
import org.swarmload.sim.model.DeliverySpec.Swarm;

/**
 * The share of the bytes that viewers can send each other at most, whatever the picker does. Three limits, the least of
 * them holds:
 *
 * <ul>
 *   <li>copies: somebody must fetch every piece first, so n viewers save at most 1 - 1/n (FAQ of p2p-media-loader);
 *   <li>upload: peers cannot receive more than peers send. Mean upload over all viewers, those who may not upload
 *       counted as 0, over the mean rate wanted: the conservation argument of Kumar, Liu and Ross, "Stochastic Fluid
 *       Theory for P2P Streaming Systems", INFOCOM 2007, there u(p) against the rate r;
 *   <li>receivers: devices without peer-to-peer take every byte from servers.
 * </ul>
 *
 * Reachability, the buffer and the moment of arrival only lower what is reached. The rate is the one that lines and
 * screens carry. Viewers who are pressed down to a lower rendition take less, so that the same upload is a greater share:
 * {@link #atRate} is the bound for the picture that they watch.
 *
 * @param value the bound, from 0 to 1
 * @param meanUploadBps mean over all viewers of what they may upload
 * @param meanRateBps mean over all viewers of the rate they want
 */
public record OffloadBound(
        double value, double byCopies, double byUpload, double byReceivers, double meanUploadBps, double meanRateBps) {
    private static final int SLICES = 1_000;

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
        double byCopies = 1 - 1.0 / audience.viewers();
        double byUpload = upload / rate;
        double byReceivers = receivable / rate;
        double value = Math.min(byCopies, Math.min(byUpload, byReceivers));
        return new OffloadBound(value, byCopies, byUpload, byReceivers, upload, rate);
    }

    /** The bound if viewers take this rate on average; a higher one than they want changes nothing. */
    public OffloadBound atRate(double watchedBps) {
        double rate = Math.min(meanRateBps, watchedBps);
        double share = rate <= 0 ? Double.POSITIVE_INFINITY : meanUploadBps / rate;
        double least = Math.min(byCopies, Math.min(share, byReceivers));
        return new OffloadBound(least, byCopies, share, byReceivers, meanUploadBps, rate);
    }

    /** E[min(up, cap)] over access lines, those without permission counted as 0. */
    private static double meanAllowedUpload(AudienceSpec audience, long capBps) {
        double cap = capBps == 0 ? Double.MAX_VALUE : capBps;
        double mean = 0;
        for (Access access : audience.access()) {
            if (access.uploadAllowed()) {
                double sum = 0;
                for (int i = 0; i < SLICES; i++) {
                    sum += Math.min(cap, access.upBps().quantile((i + 0.5) / SLICES));
                }
                mean += access.share() * sum / SLICES;
            }
        }
        return mean;
    }
}
