// The canvas of the Signals screen, as its layers share it.

/** Where things stand, in CSS pixels: the plot of traces, a band above it, the axis below. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  width: number;
  height: number;
}
