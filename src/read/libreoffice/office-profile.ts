/** A closed port: what a link of a hostile file asks for, goes nowhere. */
const NOWHERE = { host: "127.0.0.1", port: 1 };

/** LibreOffice's settings: by their group, name and value. Those that a version does not know it passes over. */
const SETTINGS: readonly (readonly [string, string, string | number | boolean])[] = [
  ["Office.Common/Security/Scripting", "MacroSecurityLevel", 3],
  ["Office.Common/Security/Scripting", "DisableMacrosExecution", true],
  ["Office.Common/Security/Scripting", "DisablePythonRuntime", true],
  ["Office.Common/Security/Scripting", "DisableActiveContent", true],
  // Links are loaded for files of trusted places only, and `SecureURL` names none.
  ["Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", true],
  ["Office.Common/Security/Scripting", "SecureURL", ""],
  // Never: Writer counts it 0, Calc 1.
  ["Office.Writer/Content/Update", "Link", 0],
  ["Office.Calc/Content/Update", "Link", 1],
  // A profile of an older version makes it test its drawing, which takes longer than all the rest.
  ["Setup/Product", "ooSetupLastVersion", "99.9"],
  // By hand, to nowhere.
  ["Inet/Settings", "ooInetProxyType", 2],
  ["Inet/Settings", "ooInetNoProxy", ""],
  ["Inet/Settings", "ooInetHTTPProxyName", NOWHERE.host],
  ["Inet/Settings", "ooInetHTTPProxyPort", NOWHERE.port],
  ["Inet/Settings", "ooInetHTTPSProxyName", NOWHERE.host],
  ["Inet/Settings", "ooInetHTTPSProxyPort", NOWHERE.port],
  ["Inet/Settings", "ooInetFTPProxyName", NOWHERE.host],
  ["Inet/Settings", "ooInetFTPProxyPort", NOWHERE.port],
];

const item = ([group, name, value]: (typeof SETTINGS)[number]): string =>
  `<item oor:path="/org.openoffice.${group}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;

/**
 * The profile's `user/registrymodifications.xcu`: no macros, no trusted author, no link updated, no network. A fresh
 * profile holds nothing else.
 */
export const OFFICE_PROFILE = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry">',
  ...SETTINGS.map(item),
  "</oor:items>",
].join("\n");
