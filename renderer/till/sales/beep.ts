let context: AudioContext | undefined;

/** A short low tone: the scan was not taken. Silent where the machine has no sound. */
export function warnBeep(): void {
  context ??= new AudioContext();
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = 220;
  volume.gain.value = 0.15;
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + 0.18);
}
