/** What two finished runs differ by, with intervals that know whether the runs share their random numbers. */
package org.swarmload.contrast;
