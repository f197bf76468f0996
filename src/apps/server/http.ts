import { randomUUID } from "node:crypto";
import compress from "@fastify/compress";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import manifest from "../../../package.json" with { type: "json" };
import type { Settings } from "../../../schemas/settings.ts";
import { apiSchemas } from "./api-schemas.ts";
import { completeDocument, type DescribedRoute, SECURITY, TAGS } from "./describe-api.ts";
import { Refusal } from "./problem-codes.ts";
import type { Gives, RouteScope } from "./routes/route.ts";
import type { Actor } from "./service.ts";

declare module "fastify" {
  interface FastifyRequest {
    actor: Actor | null;
  }
  interface FastifyContextConfig {
    scope?: RouteScope;
    gives?: Gives | null;
  }
  interface FastifyInstance {
    /** Every route, as it was registered. */
    routeList: readonly DescribedRoute[];
  }
}

export type Request = FastifyRequest;
export type Reply = FastifyReply;
export type Server = Awaited<ReturnType<typeof createHttp>>;

const MEGABYTE = 1024 * 1024;
const MOST_JSON = MEGABYTE;
const KEEP_ALIVE_MILLIS = 72_000;
/** A hundred megabytes over a slow line take a while; one who sends nothing more must not hold a connection for ever. */
const LONGEST_REQUEST_MILLIS = 3_600_000;
/** Beside what is known to be worth it. Events are flushed one by one; originals say at their route that they stay as they are. */
const COMPRESSED = /^(?:text\/(?!event-stream)|application\/(?:json|problem\+json|javascript)|image\/svg)/;

/** Nothing but this server's own scripts and styles; what a file holds is only ever text. */
const CONTENT_SECURITY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", "data:", "blob:"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", "blob:"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

type HttpSettings = Pick<Settings, "trustProxy" | "uploadMegabytes" | "uploadFiles" | "requestsPerMinute" | "logLevel">;

/** The HTTP library with what every request needs: limits, ids, compression, safe headers, schemas, and the API's description. */
export async function createHttp(settings: HttpSettings, keyOf: (request: Request) => string) {
  const app = fastify({
    logger:
      settings.logLevel === "silent" ? false : { level: settings.logLevel, redact: ["req.headers.authorization"] },
    trustProxy: settings.trustProxy,
    bodyLimit: MOST_JSON,
    keepAliveTimeout: KEEP_ALIVE_MILLIS,
    requestTimeout: LONGEST_REQUEST_MILLIS,
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    forceCloseConnections: "idle",
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest("actor", null);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY },
    hsts: false,
  });
  await app.register(compress, {
    encodings: ["gzip", "identity"],
    threshold: 1024,
    customTypes: COMPRESSED,
  });
  await app.register(rateLimit, {
    max: settings.requestsPerMinute,
    timeWindow: "1 minute",
    keyGenerator: keyOf,
    allowList: (request) => !request.url.startsWith("/api/"),
    errorResponseBuilder: (_request, { max, ttl }) =>
      new Refusal("rate-exceeded", { limit: max, seconds: Math.ceil(ttl / 1000) }),
  });
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: {
      fileSize: settings.uploadMegabytes * MEGABYTE,
      files: settings.uploadFiles,
      fields: 10,
      fieldSize: 10_000,
      parts: settings.uploadFiles + 10,
    },
  });
  const routes: DescribedRoute[] = [];
  app.addHook("onRoute", ({ method, url, config }) => {
    for (const each of [method].flat())
      routes.push({ method: each, url, scope: config?.scope ?? null, gives: config?.gives ?? null });
  });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Fangan 方案", description: manifest.description, version: manifest.version },
      components: { securitySchemes: SECURITY },
      tags: TAGS,
    },
    transform: createJsonSchemaTransform({ schemaRegistry: apiSchemas }),
    transformObject: (document) => completeDocument(nameSchemas(document), routes),
  });
  await app.register(swaggerUi, { routePrefix: "/api/docs" });
  app.decorate("routeList", routes);
  return app;
}

const nameSchemas = createJsonSchemaTransformObject({ schemaRegistry: apiSchemas });
