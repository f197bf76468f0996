/** Bytes that should be kept are not. */
export class FileMissing extends Error {
  override readonly name = "FileMissing";
  readonly sha256: string;

  constructor(sha256: string) {
    super(`the file ${sha256} was expected in the file store and is not there; upload it again`);
    this.sha256 = sha256;
  }
}

/** Kept bytes are not those that were put in. */
export class FileDamaged extends Error {
  override readonly name = "FileDamaged";
  readonly sha256: string;

  constructor(sha256: string, came: string) {
    super(`the file ${sha256} has the hash ${came} now; bring it back from a backup or upload it again`);
    this.sha256 = sha256;
  }
}

/** A cursor that no list of this kind gave. */
export class WrongCursor extends Error {
  override readonly name = "WrongCursor";

  constructor() {
    super("a cursor that an earlier page gave was expected; begin without one");
  }
}

/** A correction's path that leads nowhere in the plan, or to what may not be corrected. */
export class WrongPath extends Error {
  override readonly name = "WrongPath";
  readonly path: string;

  constructor(path: string) {
    super(`a JSON pointer to a value of the plan that may be corrected was expected, ${path} came`);
    this.path = path;
  }
}

/** Another process runs the database of the data folder. */
export class DataFolderInUse extends Error {
  override readonly name = "DataFolderInUse";
  readonly folder: string;

  constructor(folder: string, pid: number | null) {
    super(
      `the data folder ${folder} is in use by ${pid === null ? "another process" : `process ${pid}`}; stop it, choose another folder, or set DATABASE_URL to share a PostgreSQL server`,
    );
    this.folder = folder;
  }
}

/** The database was changed by a newer program, or a step it has had was edited since. */
export class DatabaseUnfit extends Error {
  override readonly name = "DatabaseUnfit";
}

/** A restore into a store that holds something. */
export class StoreNotEmpty extends Error {
  override readonly name = "StoreNotEmpty";

  constructor() {
    super("an empty store was expected to restore into; --force clears the one that is there");
  }
}

/** A backup that is cut short or altered. */
export class BackupDamaged extends Error {
  override readonly name = "BackupDamaged";
}

/** The place where files are kept does not answer as it should: it may later. */
export class StorageUnavailable extends Error {
  override readonly name = "StorageUnavailable";
  readonly isPassing = true;
}
