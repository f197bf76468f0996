import type { XmlElement, XmlNode } from "../../core/xml/xml-node.ts";
import { isProperties } from "./word-node.ts";

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:x="urn:foreign"';

/** Writes a prepared document for mammoth: content alone, of the properties only a cell's spans. */
export function writeXml(root: XmlElement): string {
  const parts: string[] = [];
  write(root, parts, ` ${NAMESPACES}`);
  return parts.join("");
}

function write(node: XmlNode, parts: string[], extra = ""): void {
  if (typeof node === "string") {
    parts.push(escapeXml(node));
    return;
  }
  if (isProperties(node) && node.name !== "w:tcPr") return;
  parts.push(`<${node.name}${extra}${attributesOf(node)}>`);
  for (const child of node.children) write(child, parts);
  parts.push(`</${node.name}>`);
}

function attributesOf(node: XmlElement): string {
  if (node.name === "w:t") return ' xml:space="preserve"';
  const written = Object.entries(node.attributes).filter(([name]) => name.startsWith("w:"));
  return written.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join("");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escapeXml = (text: string): string => text.replace(/[&<>"]/gu, (character) => ENTITIES[character]!);
