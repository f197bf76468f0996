import {
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  type IQueueBackend,
  type PostgresPoolConfig,
  type QueueBaseOptions,
} from "bullmq";
import { Redis } from "ioredis";

/** What a queue talks through: Redis, or the pool of a PostgreSQL database. */
export type QueueLink = Redis | PostgresPoolConfig;

const isRedis = (options: QueueBaseOptions<QueueLink>): options is QueueBaseOptions<Redis> =>
  options.connection instanceof Redis;
const isPool = (options: QueueBaseOptions<QueueLink>): options is QueueBaseOptions<PostgresPoolConfig> =>
  !(options.connection instanceof Redis);

/** One backend for both, so that queues, workers and flows have one type and one code. */
export const createBackend: BackendFactory<IQueueBackend, QueueLink> = (name, options, more) => {
  if (isRedis(options)) return createRedisBackend(name, options, more);
  if (isPool(options)) return createPostgresBackend(name, options, more);
  throw new TypeError("a queue's link was expected to be an ioredis client or the options of a PostgreSQL pool");
};
