import { handleTrusted } from '../../components/messaging/handle';
import type { OffscreenRequests } from '../../components/messaging/protocol';
import { createTasks } from '../../components/tasks/create-tasks';

handleTrusted<OffscreenRequests>('offscreen', createTasks());
