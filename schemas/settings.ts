import { z } from "zod";

/** What `fangan config` and an error say about a setting beside its value. */
export interface SettingNotes {
  /** The environment's name for it; the flag is named after the key (`shutdownSeconds` → `--shutdown-seconds`). */
  readonly env: string;
  readonly en: string;
  readonly zh: string;
  readonly expected: string;
  readonly expectedZh: string;
  /** `whole`: never shown; `password`: the password of the URL is never shown. */
  readonly secret?: "whole" | "password";
}

/** The notes of every setting of `Settings`. */
export const settingNotes = z.registry<SettingNotes>();

type Range = readonly [least: number, most: number];

/** A whole number, from the environment's text. */
const count = (env: string, [least, most]: Range, usual: number, zh: string, en: string) =>
  z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most))
    .default(usual)
    .register(settingNotes, {
      env,
      en,
      zh,
      expected: `a whole number from ${least} to ${most}`,
      expectedZh: `${least} 至 ${most} 的整数`,
    });

const address = (env: string, protocol: RegExp, names: string, secret: boolean, zh: string, en: string) =>
  z
    .url({ protocol })
    .nullable()
    .default(null)
    .register(settingNotes, {
      env,
      en,
      zh,
      expected: `a URL that begins with ${names}`,
      expectedZh: `以 ${names.replace(" or ", " 或 ")} 开头的网址`,
      ...(secret ? { secret: "password" as const } : {}),
    });

const secret = (env: string, zh: string, en: string) =>
  z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .register(settingNotes, { env, en, zh, expected: "a text", expectedZh: "文字", secret: "whole" });

const words = (env: string, usual: string, zh: string, en: string) =>
  z
    .string()
    .min(1)
    .default(usual)
    .register(settingNotes, { env, en, zh, expected: "a text that is not empty", expectedZh: "非空文字" });

const yesNo = (env: string, zh: string, en: string) =>
  z
    .enum(["true", "false"])
    .transform((said) => said === "true")
    .default(false)
    .register(settingNotes, { env, en, zh, expected: "true or false", expectedZh: "true 或 false" });

/** Every setting of the service, read from the environment and from flags; see src/core/settings.ts. */
export const Settings = z.object({
  host: words(
    "FANGAN_HOST",
    "127.0.0.1",
    "监听地址；非本机地址须先建访问密钥",
    "address to listen on; one that is not loopback needs API keys",
  ),
  port: count("FANGAN_PORT", [0, 65535], 8080, "监听端口；0 为任一空闲端口", "port to listen on; 0 for any free one"),
  publicUrl: address(
    "FANGAN_PUBLIC_URL",
    /^https?$/,
    "http:// or https://",
    false,
    "对外网址（反向代理之后）",
    "URL that clients use, behind a proxy",
  ),
  trustProxy: yesNo("FANGAN_TRUST_PROXY", "采信代理给出的客户端地址", "believe the client address that a proxy gives"),
  data: words("FANGAN_DATA", "fangan-data", "数据文件夹：内嵌数据库与文件", "data folder: embedded database and files"),
  databaseUrl: address(
    "DATABASE_URL",
    /^postgres(?:ql)?$/,
    "postgres:// or postgresql://",
    true,
    "PostgreSQL 服务器；不设则用内嵌数据库",
    "PostgreSQL server; the embedded database where unset",
  ),
  databasePool: count(
    "FANGAN_DATABASE_POOL",
    [1, 200],
    10,
    "每个进程的数据库连接数",
    "database connections of each process",
  ),
  redisUrl: address(
    "REDIS_URL",
    /^rediss?$/,
    "redis:// or rediss://",
    true,
    "任务队列所用 Redis；不设则队列放在数据库中",
    "Redis for the queue; the queue is in the database where unset",
  ),
  filesUrl: address(
    "FILES_URL",
    /^(?:file|s3)$/,
    "file:/// or s3://",
    true,
    "原件存放处；不设则在数据文件夹内",
    "where original files are kept; in the data folder where unset",
  ),
  s3AccessKeyId: secret("FANGAN_S3_ACCESS_KEY_ID", "S3 访问标识", "S3 access key id"),
  s3SecretAccessKey: secret("FANGAN_S3_SECRET_ACCESS_KEY", "S3 访问密钥", "S3 secret access key"),
  s3SessionToken: secret("FANGAN_S3_SESSION_TOKEN", "S3 会话令牌", "S3 session token"),
  workers: count(
    "FANGAN_WORKERS",
    [0, 64],
    2,
    "本进程同时处理的文件数；0 为只接收",
    "files that this process works on at once; 0 only takes uploads",
  ),
  soffice: words(
    "FANGAN_SOFFICE",
    "auto",
    "LibreOffice 的 soffice 路径；auto 为自动查找，off 为不用",
    "path of LibreOffice's soffice; auto looks for it, off does without",
  ),
  fileSeconds: count(
    "FANGAN_FILE_SECONDS",
    [1, 86400],
    300,
    "处理一个文件的最长秒数",
    "seconds that one file may take",
  ),
  fileMemory: count(
    "FANGAN_FILE_MEMORY",
    [64, 65536],
    1024,
    "处理一个文件的内存上限（MB）",
    "megabytes of memory that one file may take",
  ),
  outputMegabytes: count(
    "FANGAN_OUTPUT_MEGABYTES",
    [1, 1024],
    64,
    "一份方案数据的上限（MB）",
    "megabytes that one plan's data may have",
  ),
  uploadMegabytes: count(
    "FANGAN_UPLOAD_MEGABYTES",
    [1, 4096],
    100,
    "单个上传文件的上限（MB）",
    "megabytes that one uploaded file may have",
  ),
  uploadFiles: count("FANGAN_UPLOAD_FILES", [1, 10000], 1000, "一次上传的文件数上限", "files that one upload may have"),
  archiveFiles: count(
    "FANGAN_ARCHIVE_FILES",
    [1, 10000],
    1000,
    "一个 ZIP 内的文件数上限",
    "files that one ZIP may have",
  ),
  waitingFiles: count(
    "FANGAN_WAITING_FILES",
    [1, 10_000_000],
    100_000,
    "排队上限，超过则答 503",
    "files that may wait; beyond, the answer is 503",
  ),
  freeMegabytes: count(
    "FANGAN_FREE_MEGABYTES",
    [0, 1_000_000],
    200,
    "磁盘余量下限（MB），不足则答 503",
    "free megabytes on disk; below, the answer is 503",
  ),
  attempts: count("FANGAN_ATTEMPTS", [1, 50], 5, "一过性故障的最多尝试次数", "tries of a file where a fault may pass"),
  backoffMillis: count(
    "FANGAN_BACKOFF_MILLIS",
    [10, 3_600_000],
    1000,
    "首次重试前等待毫秒数，其后倍增",
    "milliseconds before the first retry, doubled each time",
  ),
  stalledSeconds: count(
    "FANGAN_STALLED_SECONDS",
    [1, 3600],
    30,
    "工作进程失联多少秒后由他人接手",
    "seconds after which a dead worker's file is taken over",
  ),
  shutdownSeconds: count(
    "FANGAN_SHUTDOWN_SECONDS",
    [1, 3600],
    30,
    "停机时等待在办文件的秒数",
    "seconds that a stop waits for files at work",
  ),
  keepJobDays: count(
    "FANGAN_KEEP_JOB_DAYS",
    [0, 36500],
    7,
    "队列中已完成任务保留天数",
    "days that finished jobs stay in the queue",
  ),
  keepSubmissionDays: count(
    "FANGAN_KEEP_SUBMISSION_DAYS",
    [1, 36500],
    365,
    "已完成提交记录保留天数",
    "days that finished submissions are kept",
  ),
  keepAuditDays: count(
    "FANGAN_KEEP_AUDIT_DAYS",
    [1, 36500],
    3650,
    "审计记录保留天数",
    "days that audit events are kept",
  ),
  requestsPerMinute: count(
    "FANGAN_REQUESTS_PER_MINUTE",
    [1, 1_000_000],
    600,
    "每个密钥或地址每分钟请求数",
    "requests a minute of each key or address",
  ),
  webhookPrivate: yesNo("FANGAN_WEBHOOK_PRIVATE", "允许通知发往内网地址", "let webhooks call private addresses"),
  logLevel: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])
    .default("info")
    .register(settingNotes, {
      env: "FANGAN_LOG_LEVEL",
      en: "how much is logged",
      zh: "日志详细程度",
      expected: "fatal, error, warn, info, debug, trace or silent",
      expectedZh: "fatal、error、warn、info、debug、trace 或 silent",
    }),
});
export type Settings = z.infer<typeof Settings>;
