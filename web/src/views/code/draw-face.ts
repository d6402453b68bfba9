// The drawn face: one look a state, on a canvas 320 wide and 240 high.

interface Look {
  /** Where the eyes look: right and down, from −1 to 1. */
  gaze: [number, number];
  /** How far the eyes are open, from 0 to 1. */
  open: number;
  /** The corners of the mouth, up or down, and how far it is open. */
  corners: number;
  mouth: number;
  brows: number;
  tilt: number;
}

const plain: Look = { gaze: [0, 0], open: 1, corners: 0, mouth: 0, brows: 0, tilt: 0 };

const looks: Record<string, Look> = {
  withdrawn: { ...plain, gaze: [0.3, 1], open: 0.35, corners: -3, tilt: 0.22 },
  protest: { ...plain, open: 0.5, corners: -12, mouth: 16, brows: 9 },
  "object/environment": { ...plain, gaze: [-1, 0.7], mouth: 3 },
  "social monitor": plain,
  "social positive": { ...plain, corners: 14, mouth: 6, brows: -3 },
};

const skin = "#e8c3a4";
const ink = "#3c2a20";

/** Draws what the face does at a time; what is not known is the back of a head, which nobody can code. */
export function drawFace(ground: CanvasRenderingContext2D, state: string, at_s: number): void {
  ground.setTransform(1, 0, 0, 1, 0, 0);
  ground.fillStyle = "#dfe7ee";
  ground.fillRect(0, 0, 320, 240);
  if (state === "object/environment") toy(ground);
  const look = looks[state];
  // A face that never moved would give its changes away by moving.
  const sway = 0.05 * Math.sin(at_s * 2.1) + 0.03 * Math.sin(at_s * 5.3);
  ground.translate(170 + 4 * Math.sin(at_s * 1.3), 122);
  ground.rotate((look?.tilt ?? 0) + sway);
  ellipse(ground, 0, 0, 74, 88, look ? skin : "#7a5a3c");
  if (!look) return;
  ellipse(ground, 0, -76, 34, 16, "#7a5a3c");
  for (const side of [-1, 1]) eye(ground, side, look);
  mouth(ground, look);
}

function ellipse(
  ground: CanvasRenderingContext2D,
  x: number,
  y: number,
  wide: number,
  high: number,
  fill: string,
) {
  ground.beginPath();
  ground.ellipse(x, y, wide, high, 0, 0, 2 * Math.PI);
  ground.fillStyle = fill;
  ground.fill();
}

function eye(ground: CanvasRenderingContext2D, side: number, { gaze, open, brows }: Look) {
  const x = side * 29;
  ellipse(ground, x, -14, 15, 11 * open, "#fff");
  ellipse(ground, x + 7 * gaze[0], -14 + 5 * gaze[1] * open, 6, Math.min(6, 10 * open), ink);
  ground.strokeStyle = ink;
  ground.lineWidth = 3;
  ground.beginPath();
  ground.moveTo(x - side * 14, -36 + brows);
  ground.lineTo(x + side * 14, -36 - brows / 3);
  ground.stroke();
}

function mouth(ground: CanvasRenderingContext2D, { corners, mouth: open }: Look) {
  ground.beginPath();
  ground.moveTo(-26, 40 - corners / 2);
  ground.quadraticCurveTo(0, 40 + corners - open / 2, 26, 40 - corners / 2);
  ground.quadraticCurveTo(0, 40 + corners + open, -26, 40 - corners / 2);
  ground.fillStyle = "#9c3b3b";
  ground.fill();
  ground.strokeStyle = ink;
  ground.stroke();
}

function toy(ground: CanvasRenderingContext2D) {
  ground.fillStyle = "#0a5a8c";
  ground.fillRect(28, 172, 40, 40);
  ground.fillStyle = "#cdb878";
  ground.fillRect(40, 150, 22, 22);
}
