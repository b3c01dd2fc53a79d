/** How far the large mode (several cells, rounds of other lengths) is from one exact cell. No part of the program. */
package org.swarmload.accuracy;
