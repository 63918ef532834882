import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Paints the demo's pictures: lanternfish in a night sea, as raw rgb24 frames on standard output, for ffmpeg to encode.
 *
 * <p>Run as a single source file: {@code java LanternfishPainter.java SCENE LOOK WIDTH HEIGHT FIRST FRAMES}. The same
 * arguments always give the same pixels. Lengths are in picture heights, colours in linear light.
 */
public final class LanternfishPainter {

    /** What the camera sees. */
    enum Scene {
        /** One fish crosses the frame. */
        DESCENT,
        /** A stream of fish winds into the depth. */
        SHOAL,
        /** One fish, close: a still. */
        PORTRAIT
    }

    /** The grade of one take: water at the top and the bottom of the frame, the fish's lights, and how strong they are. */
    enum Look {
        COLD(
                new Colour(0.009f, 0.066f, 0.105f),
                new Colour(0.0015f, 0.009f, 0.026f),
                new Colour(0.25f, 0.95f, 1.20f),
                1.0f),
        WARM(
                new Colour(0.040f, 0.028f, 0.105f),
                new Colour(0.007f, 0.004f, 0.024f),
                new Colour(1.30f, 0.62f, 0.17f),
                1.3f),
        JADE(
                new Colour(0.007f, 0.070f, 0.046f),
                new Colour(0.002f, 0.013f, 0.016f),
                new Colour(0.62f, 1.20f, 0.34f),
                1.15f);

        final Colour surface;
        final Colour deep;
        final Colour lights;
        final float glow;

        Look(Colour surface, Colour deep, Colour lights, float glow) {
            this.surface = surface;
            this.deep = deep;
            this.lights = lights;
            this.glow = glow;
        }
    }

    record Colour(float r, float g, float b) {
        Colour times(float f) {
            return new Colour(r * f, g * f, b * f);
        }

        Colour towards(Colour other, float f) {
            return new Colour(r + (other.r - r) * f, g + (other.g - g) * f, b + (other.b - b) * f);
        }
    }

    /** One fish at one moment: where its snout is, how long it is, where it heads, its tail beat, and how far away it is (0 near, 1 gone). */
    record Fish(float x, float y, float length, float heading, float beat, float haze) {}

    private static final int LIGHTS_PER_FISH = 11;

    private final Scene scene;
    private final Look look;
    private final int width;
    private final int height;
    private final float aspect;
    private final float[] picture;

    private LanternfishPainter(Scene scene, Look look, int width, int height) {
        this.scene = scene;
        this.look = look;
        this.width = width;
        this.height = height;
        this.aspect = (float) width / height;
        this.picture = new float[width * height * 3];
    }

    public static void main(String[] args) throws IOException {
        var painter = new LanternfishPainter(
                Scene.valueOf(args[0]), Look.valueOf(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        var first = Integer.parseInt(args[4]);
        var frames = Integer.parseInt(args[5]);
        try (var out = new BufferedOutputStream(System.out, 1 << 20)) {
            for (var n = first; n < first + frames; n++) {
                out.write(painter.frame(n));
            }
        }
    }

    private byte[] frame(int n) {
        var t = n / 24f;
        water(t);
        snow(t, false);
        for (var fish : fish(t)) {
            body(fish);
            lights(fish, t);
        }
        snow(t, true);
        return developed(n);
    }

    private List<Fish> fish(float t) {
        return switch (scene) {
            case DESCENT ->
                List.of(
                        new Fish(0.50f + 0.085f * t, 0.27f + 0.006f * t, 0.15f, 0.02f, 1.9f * t, 0.72f),
                        new Fish(1.62f + 0.050f * t, 0.60f - 0.004f * t, 0.11f, -0.05f, 2.2f * t + 0.4f, 0.80f),
                        new Fish(
                                0.92f + 0.120f * t,
                                0.48f + 0.012f * (float) Math.sin(1.3f * t),
                                0.66f,
                                0.05f,
                                1.25f * t,
                                0f));
            case SHOAL -> shoal(t);
            case PORTRAIT ->
                List.of(
                        new Fish(0.46f, 0.25f, 0.17f, 0.12f, 0.2f, 0.74f),
                        new Fish(1.70f, 0.20f, 0.12f, 0.05f, 0.7f, 0.80f),
                        new Fish(0.38f, 0.80f, 0.14f, -0.1f, 0.5f, 0.70f),
                        new Fish(1.47f, 0.53f, 1.12f, 0.07f, 0.35f, 0f));
        };
    }

    private List<Fish> shoal(float t) {
        var random = new Random(20);
        return IntStream.range(0, 34)
                .mapToObj(i -> {
                    var depth = 1f - i / 34f;
                    var speed = 0.050f + 0.105f * (1f - depth);
                    var along = random.nextFloat() * 2.3f - 0.30f + speed * t;
                    var spread = (random.nextFloat() - 0.5f) * (0.16f + 0.34f * (1f - depth));
                    var phase = random.nextFloat();
                    var beat = (2.4f - 1.0f * (1f - depth)) * t + phase;
                    return new Fish(
                            along,
                            stream(along) + spread,
                            0.055f + 0.25f * (float) Math.pow(1f - depth, 1.7),
                            (stream(along + 0.01f) - stream(along - 0.01f)) / 0.02f,
                            beat,
                            0.80f * depth);
                })
                .toList();
    }

    private static float stream(float x) {
        return 0.53f + 0.15f * (float) Math.sin(2.1f * x + 0.5f) - 0.03f * x;
    }

    /** The water column: darker with depth, shafts of light from above, a far ridge at the bottom. */
    private void water(float t) {
        IntStream.range(0, height).parallel().forEach(row -> {
            var y = (row + 0.5f) / height;
            for (var column = 0; column < width; column++) {
                var x = (column + 0.5f) / height;
                var depth = smooth(0f, 1f, y);
                var sunX = x - aspect * 0.62f;
                var sunY = y + 0.55f;
                var angle = (float) Math.atan2(sunX, sunY);
                var shafts = noise(angle * 9f + 0.11f * t, 0.10f * t) * 0.65f
                        + noise(angle * 23f - 0.16f * t, 4f + 0.13f * t) * 0.35f;
                var shaft = smooth(0.42f, 0.95f, shafts)
                        * (float) Math.exp(-2.3f * y)
                        * (float) Math.exp(-1.6f * sunX * sunX);
                var murk = 0.78f + 0.44f * fractal(x * 1.5f + 0.02f * t, y * 2.1f - 0.03f * t);
                var pool = (float) Math.exp(-1.1f * sunX * sunX - 2.6f * y * y);
                var colour = look.surface.towards(look.deep, depth).times(murk * (0.70f + 0.55f * pool));
                var ridge = 0.86f
                        + 0.075f * fractal(x * 2.2f + 7f + 0.012f * t, 3f)
                        + 0.05f * (float) Math.sin(x * 1.7f + 0.6f)
                        - 0.02f;
                var rock = smooth(ridge, ridge + 0.035f, y) * 0.72f;
                var at = (row * width + column) * 3;
                var beam = 2.1f * shaft;
                picture[at] = colour.r() * (1 - rock) + look.surface.r() * beam;
                picture[at + 1] = colour.g() * (1 - rock) + look.surface.g() * beam;
                picture[at + 2] = colour.b() * (1 - rock) + look.surface.b() * beam;
            }
        });
    }

    /** Marine snow: fine flakes behind the fish, or a few large soft discs in front of them. */
    private void snow(float t, boolean near) {
        var random = new Random(near ? 5 : 11);
        var count = near ? 16 : 240;
        for (var i = 0; i < count; i++) {
            var depth = random.nextFloat();
            var size = near ? 0.012f + 0.022f * depth : 0.0014f + 0.0022f * depth * depth;
            var speed = near ? 0.030f : 0.006f + 0.012f * depth;
            var x = wrap(random.nextFloat() * (aspect + 0.2f) - speed * t * 0.8f, aspect + 0.2f) - 0.1f;
            var y = wrap(random.nextFloat() * 1.2f + speed * t, 1.2f) - 0.1f;
            var twinkle = 0.7f + 0.3f * (float) Math.sin(random.nextFloat() * 6f + t * (0.7f + random.nextFloat()));
            var lit = look.surface.towards(look.lights, 0.18f);
            if (near) {
                disc(x, y, size, lit.times(0.10f * twinkle * (1f - 0.5f * y)));
            } else {
                glow(x, y, size, lit.times((0.35f + 0.9f * depth) * twinkle * (1.15f - 0.7f * y)));
            }
        }
    }

    /** The fish's body in its own frame: s runs from snout (0) to tail (1), v is the height above or below the spine. */
    private void body(Fish fish) {
        var reach = fish.length() * 1.35f;
        var blur = Math.max(1.3f / height, fish.haze() * 0.004f) / fish.length();
        var cos = (float) Math.cos(fish.heading());
        var sin = (float) Math.sin(fish.heading());
        var firstRow = clamp((int) ((fish.y() - reach * 0.55f) * height), 0, height);
        var lastRow = clamp((int) ((fish.y() + reach * 0.55f) * height), 0, height);
        var firstColumn = clamp((int) ((fish.x() - reach) * height), 0, width);
        var lastColumn = clamp((int) ((fish.x() + reach * 0.15f) * height), 0, width);
        IntStream.range(firstRow, lastRow).parallel().forEach(row -> {
            for (var column = firstColumn; column < lastColumn; column++) {
                var dx = (column + 0.5f) / height - fish.x();
                var dy = (row + 0.5f) / height - fish.y();
                var s = -(dx * cos + dy * sin) / fish.length();
                var v = (-dx * sin + dy * cos) / fish.length() - spine(s, fish.beat());
                shade(fish, s, v, blur, (row * width + column) * 3);
            }
        });
    }

    private void shade(Fish fish, float s, float v, float blur, int at) {
        var back = back(s);
        var belly = belly(s);
        var flesh = s < -blur
                ? 0f
                : edge(v + back, blur) * edge(belly - v, blur) * edge(s + blur, blur) * (1f - smooth(0.94f, 1.0f, s));
        var fin = fins(s, v, blur, fish.beat());
        var cover = Math.max(flesh, fin * 0.62f);
        if (cover <= 0f) {
            return;
        }
        var across = clamp01((v + back) / Math.max(back + belly, 1e-3f)) * 2f - 1f;
        var fromAbove = (float) Math.pow(Math.max(0f, -across), 1.6f);
        var rim = (float) Math.exp(-Math.pow((across + 0.86f) / 0.13f, 2));
        var sheen = (float) Math.exp(-Math.pow((across + 0.34f) / 0.20f, 2))
                * smooth(0.05f, 0.30f, s)
                * (1f - smooth(0.6f, 1f, s));
        var scales = 0.80f + 0.40f * scales(s, v) * (1f - smooth(0.85f, 1f, s)) * smooth(0.20f, 0.30f, s);
        var steel = look.surface.towards(new Colour(0.22f, 0.26f, 0.33f), 0.62f);
        var own = bodyLight(s, v) * look.glow;
        var gill = 1f
                - 0.45f
                        * (float) Math.exp(-Math.pow((s - 0.235f - 0.35f * v * v) / 0.008f, 2))
                        * (flesh > 0.5f ? 1f : 0f);
        var light = (0.035f + 0.34f * fromAbove + 0.62f * rim + 0.52f * sheen) * scales * gill;
        if (fin > flesh) {
            var rays = (float)
                    Math.sin(s > 0.9f ? 34f * (float) Math.atan2(v, s - 0.87f) : 150f * (s - 0.4f * Math.abs(v)));
            light = 0.26f + 0.10f * rays;
        }
        var r = steel.r() * light + look.lights.r() * own * 0.17f;
        var g = steel.g() * light + look.lights.g() * own * 0.17f;
        var b = steel.b() * light + look.lights.b() * own * 0.17f;

        var eyeS = s - 0.108f;
        var eyeV = v + 0.032f;
        var eye = (float) Math.sqrt(eyeS * eyeS + eyeV * eyeV);
        var iris = edge(0.047f - eye, blur);
        if (iris > 0f) {
            var pupil = edge(0.030f - eye, blur);
            var ring = 0.55f + 0.45f * (float) Math.exp(-Math.pow((eye - 0.038f) / 0.006f, 2));
            var glint = (float) Math.exp(-(Math.pow(eyeS + 0.012f, 2) + Math.pow(eyeV + 0.014f, 2)) / 0.00006f);
            var tint = look.surface.towards(look.lights, 0.25f);
            r = mix(r, mix(tint.r() * ring * 0.9f, 0.004f, pupil) + glint * 1.2f, iris);
            g = mix(g, mix(tint.g() * ring * 0.9f, 0.005f, pupil) + glint * 1.2f, iris);
            b = mix(b, mix(tint.b() * ring * 0.9f, 0.010f, pupil) + glint * 1.2f, iris);
        }
        var opaque = cover * (1f - fish.haze() * 0.78f);
        picture[at] = mix(picture[at], r, opaque);
        picture[at + 1] = mix(picture[at + 1], g, opaque);
        picture[at + 2] = mix(picture[at + 2], b, opaque);
    }

    private static float back(float s) {
        return outline(s, 0.128f, 0.30f) * 0.94f + 0.017f * smooth(0.75f, 1f, s);
    }

    private static float belly(float s) {
        return outline(s, 0.118f, 0.34f) * 0.96f + 0.017f * smooth(0.75f, 1f, s);
    }

    /** A half outline that rises quickly behind the snout, is fullest at the given place and tapers to the tail. */
    private static float outline(float s, float fullest, float where) {
        if (s <= 0f || s >= 1f) {
            return 0.0f;
        }
        var rising = (float) Math.sqrt(1f - Math.pow(1f - Math.min(1f, s / where), 2.3));
        var falling = 1f - (float) Math.pow(smooth(where, 1.04f, s), 0.92);
        return fullest * rising * falling;
    }

    private static float fins(float s, float v, float blur, float beat) {
        var flick = 0.012f * (float) Math.sin(6.28f * beat - 2.4f);
        var root = s - 0.915f;
        var up = Math.abs(v - flick * smooth(0f, 0.1f, root));
        var front = 0.020f + 0.26f * root + 2f * root * root;
        var fork = 0.105f + 0.70f * up;
        var tail = root < 0f
                ? 0f
                : edge(front - up, blur * 1.5f) * edge(fork - root, 0.006f + blur) * edge(0.27f - root, 0.02f);
        var dorsal = finBetween(s, 0.37f, 0.56f, -v - back(s) * 0.92f, 0.105f, 0.75f, blur);
        var adipose = finBetween(s, 0.76f, 0.82f, -v - back(s) * 0.90f, 0.026f, 0.7f, blur);
        var anal = finBetween(s, 0.55f, 0.76f, v - belly(s) * 0.90f, 0.078f, 0.62f, blur);
        var pelvic = finBetween(s, 0.37f, 0.46f, v - belly(s) * 0.92f, 0.060f, 0.9f, blur);
        return Math.max(Math.max(tail, dorsal), Math.max(Math.max(adipose, anal), pelvic));
    }

    private static float finBetween(float s, float from, float to, float away, float tall, float rake, float blur) {
        if (away < -0.02f) {
            return 0f;
        }
        var at = (s - rake * Math.max(0f, away) - from) / (to - from);
        if (at <= 0f || at >= 1f) {
            return 0f;
        }
        var top = tall * (float) (Math.pow(1f - at, 0.8) * Math.sqrt(Math.min(1f, at * 6f)));
        return edge(top - away, blur * 2f);
    }

    private static float scales(float s, float v) {
        var row = (float) Math.floor(v * 52f);
        var u = s * 46f + (row % 2 == 0 ? 0f : 0.5f);
        var du = u - (float) Math.floor(u) - 0.5f;
        var dv = v * 52f - row - 0.5f;
        return 1f - 1.6f * (du * du + dv * dv);
    }

    /** Where the i-th light sits on the body, as {s, v, strength}. */
    private static float[] lightAt(int i) {
        if (i == 0) {
            return new float[] {0.060f, 0.035f, 1.1f};
        }
        if (i == LIGHTS_PER_FISH - 1) {
            return new float[] {0.30f, -0.015f, 0.65f};
        }
        if (i == LIGHTS_PER_FISH - 2) {
            return new float[] {0.50f, 0.000f, 0.60f};
        }
        var s = 0.17f + 0.098f * (i - 1);
        return new float[] {s, belly(s) * 0.70f, 1f - 0.045f * i};
    }

    private static float bodyLight(float s, float v) {
        var sum = 0f;
        for (var i = 0; i < LIGHTS_PER_FISH; i++) {
            var light = lightAt(i);
            var ds = s - light[0];
            var dv = v - light[1];
            sum += light[2] * (float) Math.exp(-(ds * ds + dv * dv) / 0.0022f);
        }
        return sum;
    }

    /** The photophores: a hot core, a glow, and a wide breath of light in the water around the fish; a pulse runs along them. */
    private void lights(Fish fish, float t) {
        var cos = (float) Math.cos(fish.heading());
        var sin = (float) Math.sin(fish.heading());
        var clear = 1f - 0.72f * fish.haze();
        for (var i = 0; i < LIGHTS_PER_FISH; i++) {
            var light = lightAt(i);
            var v = light[1] + spine(light[0], fish.beat());
            var x = fish.x() + fish.length() * (-light[0] * cos - v * sin);
            var y = fish.y() + fish.length() * (-light[0] * sin + v * cos);
            var pulse = 0.72f + 0.28f * (float) Math.sin(3.1f * t - 7f * light[0] + 9f * fish.length());
            var strength = light[2] * pulse * clear * look.glow;
            glow(
                    x,
                    y,
                    Math.max(0.0075f * fish.length(), 0.0011f),
                    look.lights.towards(new Colour(1.5f, 1.5f, 1.4f), 0.35f).times(2.6f * strength));
            glow(x, y, 0.026f * fish.length(), look.lights.times(0.42f * strength));
        }
        var middleX = fish.x() - 0.45f * fish.length() * cos;
        var middleY = fish.y() - 0.45f * fish.length() * sin + 0.06f * fish.length();
        glow(middleX, middleY, 0.36f * fish.length(), look.lights.times(0.028f * clear * look.glow));
        glow(middleX, middleY, 0.85f * fish.length(), look.lights.times(0.009f * clear * look.glow));
    }

    private static float spine(float s, float beat) {
        var weight = 0.006f + 0.040f * s * s;
        return weight * (float) Math.sin(6.28f * (0.85f * s - beat));
    }

    private void glow(float x, float y, float radius, Colour colour) {
        splat(x, y, radius * 3.2f, (distance) -> (float) Math.exp(-distance * distance / (radius * radius)), colour);
    }

    private void disc(float x, float y, float radius, Colour colour) {
        splat(
                x,
                y,
                radius * 1.3f,
                distance -> (1f - smooth(radius * 0.75f, radius * 1.2f, distance))
                        * (0.6f + 0.4f * smooth(0f, radius, distance)),
                colour);
    }

    private void splat(float x, float y, float reach, Falloff falloff, Colour colour) {
        var firstRow = clamp((int) ((y - reach) * height), 0, height);
        var lastRow = clamp((int) ((y + reach) * height) + 1, 0, height);
        var firstColumn = clamp((int) ((x - reach) * height), 0, width);
        var lastColumn = clamp((int) ((x + reach) * height) + 1, 0, width);
        for (var row = firstRow; row < lastRow; row++) {
            for (var column = firstColumn; column < lastColumn; column++) {
                var dx = (column + 0.5f) / height - x;
                var dy = (row + 0.5f) / height - y;
                var f = falloff.at((float) Math.sqrt(dx * dx + dy * dy));
                var at = (row * width + column) * 3;
                picture[at] += colour.r() * f;
                picture[at + 1] += colour.g() * f;
                picture[at + 2] += colour.b() * f;
            }
        }
    }

    private interface Falloff {
        float at(float distance);
    }

    /** Lens, film and display: vignette, exposure, gamma, and a little grain that keeps the dark gradients smooth. */
    private byte[] developed(int n) {
        var out = new byte[picture.length];
        IntStream.range(0, height).parallel().forEach(row -> {
            for (var column = 0; column < width; column++) {
                var dx = (column + 0.5f) / width - 0.5f;
                var dy = (row + 0.5f) / height - 0.5f;
                var vignette = 1f - 0.75f * smooth(0.15f, 0.62f, dx * dx * 1.1f + dy * dy);
                var grain =
                        (hash(column * 3 + 1, row * 7 + n * 131) + hash(column * 5 + 2, row * 3 + n * 57) - 1f) * 1.25f;
                for (var c = 0; c < 3; c++) {
                    var at = (row * width + column) * 3 + c;
                    var exposed = (float) Math.pow(1f - Math.exp(-1.9f * vignette * picture[at]), 1 / 2.2);
                    var graded = mix(exposed, smooth(0f, 1f, exposed), 0.62f);
                    out[at] = (byte) clamp(Math.round(255f * graded + grain), 0, 255);
                }
            }
        });
        return out;
    }

    private static float fractal(float x, float y) {
        return 0.5f * noise(x, y)
                + 0.27f * noise(x * 2.1f + 3f, y * 2.1f)
                + 0.15f * noise(x * 4.3f, y * 4.3f + 5f)
                + 0.08f * noise(x * 8.7f, y * 8.7f);
    }

    private static float noise(float x, float y) {
        var column = (int) Math.floor(x);
        var row = (int) Math.floor(y);
        var u = smooth(0f, 1f, x - column);
        var v = smooth(0f, 1f, y - row);
        return mix(
                mix(hash(column, row), hash(column + 1, row), u),
                mix(hash(column, row + 1), hash(column + 1, row + 1), u),
                v);
    }

    private static float hash(int x, int y) {
        var h = x * 374761393 + y * 668265263;
        h = (h ^ (h >>> 13)) * 1274126177;
        return ((h ^ (h >>> 16)) >>> 8) / (float) (1 << 24);
    }

    /** 1 inside, 0 outside, and a soft step of the given width between. */
    private static float edge(float inside, float blur) {
        return smooth(-blur, blur, inside);
    }

    private static float smooth(float from, float to, float x) {
        var f = clamp01((x - from) / (to - from));
        return f * f * (3f - 2f * f);
    }

    private static float wrap(float x, float size) {
        return x - size * (float) Math.floor(x / size);
    }

    private static float mix(float a, float b, float f) {
        return a + (b - a) * f;
    }

    private static float clamp01(float x) {
        return Math.max(0f, Math.min(1f, x));
    }

    private static int clamp(int x, int from, int to) {
        return Math.max(from, Math.min(to, x));
    }
}
