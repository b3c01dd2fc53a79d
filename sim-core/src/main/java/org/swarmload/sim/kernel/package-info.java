/** Time-ordered events, indexed heaps and the digest. Knows nothing of viewers, servers or pieces. */
package org.swarmload.sim.kernel;
