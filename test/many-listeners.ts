import { setMaxListeners } from 'node:events';

// Node warns where more than ten listen for the end of a job, as its boards do; browsers do not count.
setMaxListeners(0);
