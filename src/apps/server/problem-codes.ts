import type { Message } from "../../../schemas/message.ts";
import type { SaidFacts } from "../../core/sentences/said.ts";
import { nounZh } from "./problem-nouns.ts";

type Said = Pick<Message, "code" | "facts">;

interface ProblemWords {
  readonly status: number;
  readonly en: (facts: SaidFacts) => string;
  readonly zh: (facts: SaidFacts) => string;
}

/** Every way in which the API refuses: its status, and what was expected, what came, what to do. */
export const PROBLEMS = {
  "request-invalid": {
    status: 400,
    en: () => "The request does not have the shape that is expected: see errors, and /api/docs.",
    zh: () => "请求格式不对：见 errors 与 /api/docs。",
  },
  "not-multipart": {
    status: 415,
    en: () => "Expected multipart/form-data with the field files. Send the files as a form upload.",
    zh: () => "应为 multipart/form-data，文件放在 files 字段。请按表单上传。",
  },
  "upload-cut-short": {
    status: 400,
    en: () => "The form ended before its last part, or has not the shape of one. Send it again.",
    zh: () => "上传的表单不完整或格式不对。请重新上传。",
  },
  "no-files": {
    status: 400,
    en: () => "Expected at least one file in the field files, none came.",
    zh: () => "files 字段中至少应有一个文件，实际没有。",
  },
  "too-many-files": {
    status: 413,
    en: (f) => `Expected at most ${f.limit} files in one ${f.file ? "archive" : "upload"}. Send them in several.`,
    zh: (f) => `${f.file ? "一个压缩包" : "一次"}最多${f.limit}个文件。请分次上传。`,
  },
  "too-many-plans": {
    status: 413,
    en: (f) => `Expected at most ${f.limit} plans in one export, ${f.came} came. Export them in several.`,
    zh: (f) => `一次最多导出${f.limit}份方案，实际${f.came}份。请分次导出。`,
  },
  "file-too-large": {
    status: 413,
    en: (f) => `${f.file} is larger than ${f.limit} MB. Split it, or save it afresh.`,
    zh: (f) => `${f.file}超过${f.limit} MB。请拆分或重新保存。`,
  },
  "file-name-invalid": {
    status: 400,
    en: (f) => `Expected a file name of 1 to ${f.limit} characters without control characters.`,
    zh: (f) => `文件名应为1至${f.limit}个字符，且不含控制字符。`,
  },
  "file-type-unknown": {
    status: 415,
    en: (f) => `${f.file}: expected txt, md, html, docx, doc, wps, pdf, ofd, png, jpg, tiff or zip, came ${f.came}.`,
    zh: (f) => `${f.file}：应为 txt、md、html、docx、doc、wps、pdf、ofd、png、jpg、tiff 或 zip，实际为${f.came}。`,
  },
  "file-empty": {
    status: 400,
    en: (f) => `${f.file} is empty: a document was expected. Get the file again.`,
    zh: (f) => `${f.file}是空文件。请重新获取文件。`,
  },
  "archive-refused": {
    status: 422,
    en: (f) => `The archive ${f.file} cannot be taken: ${f.reason}`,
    zh: (f) => `不能接收压缩包${f.file}：${f.reason}`,
  },
  "archive-nested": {
    status: 422,
    en: (f) => `The archive ${f.file} holds another archive, ${f.entry}. Unpack that one and send its files.`,
    zh: (f) => `压缩包${f.file}内还有压缩包${f.entry}。请解开后再上传其中的文件。`,
  },
  "key-missing": {
    status: 401,
    en: () => "Expected an API key: Authorization: Bearer fangan_…",
    zh: () => "需要访问密钥：Authorization: Bearer fangan_…",
  },
  "key-invalid": {
    status: 401,
    en: () => "The API key is not known, expired or revoked. Ask an administrator for a new one.",
    zh: () => "访问密钥无效、过期或已吊销。请向管理员申请新的密钥。",
  },
  "scope-missing": {
    status: 403,
    en: (f) => `This needs a key with the scope ${f.scope}.`,
    zh: (f) => `此操作需要具有 ${f.scope} 权限的密钥。`,
  },
  "other-site": {
    status: 403,
    en: (f) => `The request comes from another site (${f.came}); only this server's own page may make it.`,
    zh: (f) => `请求来自其他网站（${f.came}），只接受本站页面的请求。`,
  },
  "rate-exceeded": {
    status: 429,
    en: (f) => `Expected at most ${f.limit} requests a minute. Try again in ${f.seconds} s.`,
    zh: (f) => `每分钟最多${f.limit}次请求。请在${f.seconds}秒后再试。`,
  },
  "not-found": {
    status: 404,
    en: (f) => `There is no ${f.what ?? "such thing"} ${f.id ?? ""}. Check the address.`.replace(" .", "."),
    zh: (f) => `没有找到${nounZh(f.what, "该内容")}${f.id ?? ""}。请核对地址。`,
  },
  "not-possible": {
    status: 409,
    en: (f) => `The file is ${f.state} now, so this cannot be done. Look at it again.`,
    zh: (f) => `该文件${nounZh(f.state, "")}，不能这样做。请刷新后再看。`,
  },
  "path-wrong": {
    status: 422,
    en: (f) =>
      `The plan has nothing at ${f.path} that could be corrected or remarked on. Take a path of the plan, such as /targets/0/value.`,
    zh: (f) => `方案中没有${f.path}处可更正或可加意见的内容。请用方案内的路径，如 /targets/0/value。`,
  },
  "cursor-wrong": {
    status: 400,
    en: () => "The cursor is not one of this list. Begin anew without it.",
    zh: () => "游标不属于该列表。请从头开始。",
  },
  "nothing-to-publish": {
    status: 422,
    en: (f) => `The plan has no ${f.lack} that ${f.format} could hold.`,
    zh: (f) => `该方案没有可用 ${f.format} 输出的内容（${nounZh(f.lack, "")}）。`,
  },
  "sheet-refused": {
    status: 422,
    en: (f) => `The filled sheet cannot be assessed: ${f.reason}`,
    zh: (f) => `不能评分：${f.reason}`,
  },
  "address-private": {
    status: 422,
    en: (f) =>
      `Expected the URL of a server on the internet, without a password; ${f.came} is not one. An administrator can allow private addresses by FANGAN_WEBHOOK_PRIVATE.`,
    zh: (f) => `应为互联网上的网址，且不含口令；${f.came}不是。管理员可设 FANGAN_WEBHOOK_PRIVATE 允许内网地址。`,
  },
  "no-pages": {
    status: 422,
    en: (f) => `A file of the format ${f.format} has no pages to show; PDF, OFD and pictures have. Take its text.`,
    zh: (f) => `${f.format} 格式的文件没有页面图像；PDF、OFD 和图片才有。请改看其文字。`,
  },
  "page-unreadable": {
    status: 422,
    en: (f) => `The page cannot be drawn: ${f.reason}`,
    zh: (f) => `无法显示该页：${f.reason}`,
  },
  busy: {
    status: 503,
    en: (f) => `The service takes no more files just now (${f.waiting} wait). Try again later.`,
    zh: (f) => `排队文件过多（${f.waiting}个），暂不接收。请稍后再试。`,
  },
  "storage-full": {
    status: 503,
    en: () => "The disk has no room left for uploads. Tell the administrator, and try again later.",
    zh: () => "磁盘空间不足，暂不接收。请告知管理员，稍后再试。",
  },
  unavailable: {
    status: 503,
    en: (f) => `${f.what ? `The ${f.what}` : "A part of the service"} cannot be reached just now. Try again later.`,
    zh: (f) => `${nounZh(f.what, "服务的一部分")}暂时无法连接。请稍后再试。`,
  },
  internal: {
    status: 500,
    en: (f) => `The program failed on this request. Report it with the request id ${f.requestId}.`,
    zh: (f) => `程序处理该请求时出错。请附上请求编号${f.requestId}反馈。`,
  },
} as const satisfies Record<string, ProblemWords>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Thrown by a handler: the one error door turns it into RFC 9457 JSON. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: ProblemCode;
  readonly facts: SaidFacts;

  /** What a reader said of the file, given as `facts.reason` in the client's language. */
  readonly said: Said | null;

  constructor(code: ProblemCode, facts: SaidFacts = {}, said: Said | null = null) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.said = said;
  }
}
