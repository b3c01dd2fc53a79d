/** What breaks first as the audience grows: where each resource is full and each objective falls, and whose the harm is. */
package org.swarmload.limits;
