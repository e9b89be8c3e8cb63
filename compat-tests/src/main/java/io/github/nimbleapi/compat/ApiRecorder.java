package io.github.nimbleapi.compat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Keeps of a jar what its users compile against: the exported packages, without code and without what is private. */
final class ApiRecorder {
    private static final Pattern ANONYMOUS = Pattern.compile(".*\\$\\d.*");

    private ApiRecorder() {}

    /** The folder to write to, and the jars. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (int i = 1; i < args.length; i++) {
            Path jar = Path.of(args[i]);
            record(jar, folder.resolve(jar.getFileName()));
        }
    }

    private static void record(Path from, Path to) throws IOException {
        SortedMap<String, byte[]> api = new TreeMap<>();
        Set<String> exported = exported(from);
        try (JarFile jar = new JarFile(from.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                String name = entry.getName();
                if (name.endsWith(".class")
                        && exported.contains(name.substring(0, Math.max(0, name.lastIndexOf('/'))))
                        && !ANONYMOUS.matcher(name).matches()) {
                    api.put(name, skeleton(jar, entry));
                }
            }
        }
        write(api, to);
    }

    /** Those exported to everybody, as folders. */
    private static Set<String> exported(Path jar) {
        return ModuleFinder.of(jar).findAll().iterator().next().descriptor().exports().stream()
                .filter(exports -> !exports.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .map(name -> name.replace('.', '/'))
                .collect(Collectors.toSet());
    }

    private static byte[] skeleton(JarFile jar, JarEntry entry) throws IOException {
        ClassWriter skeleton = new ClassWriter(0);
        try (InputStream in = jar.getInputStream(entry)) {
            new ClassReader(in)
                    .accept(
                            new MembersNotPrivate(skeleton),
                            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        }
        return skeleton.toByteArray();
    }

    /** The same classes give the same file, so that version control shows no change where there is none. */
    private static void write(SortedMap<String, byte[]> classes, Path to) throws IOException {
        try (OutputStream file = Files.newOutputStream(to);
                JarOutputStream jar = new JarOutputStream(file)) {
            jar.setLevel(9);
            for (String name : classes.keySet()) {
                JarEntry entry = new JarEntry(name);
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                jar.putNextEntry(entry);
                jar.write(classes.get(name));
            }
        }
    }

    private static final class MembersNotPrivate extends ClassVisitor {
        MembersNotPrivate(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public @Nullable FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            return (access & Opcodes.ACC_PRIVATE) != 0
                    ? null
                    : super.visitField(access, name, descriptor, signature, value);
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return (access & Opcodes.ACC_PRIVATE) != 0
                    ? null
                    : super.visitMethod(access, name, descriptor, signature, exceptions);
        }
    }
}
