/** Real bt clients on shaped links, and the simulator beside them. No part of the program; needs Linux and root. */
package org.swarmload.realswarm;
