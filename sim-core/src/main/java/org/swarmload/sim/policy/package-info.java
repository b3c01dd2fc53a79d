/** What a client asks next, and whom. {@link org.swarmload.sim.policy.DownloadPolicy} is a seam that engineers plug into. */
package org.swarmload.sim.policy;
