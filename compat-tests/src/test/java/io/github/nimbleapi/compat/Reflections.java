package io.github.nimbleapi.compat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Calls of what finds classes, members, services or resources by name at run time: what a native image has to be told
 * of, and what a shrinker breaks.
 */
final class Reflections extends ClassVisitor {
    /** All methods of these, as owner and name. */
    private static final Pattern BY_NAME = Pattern.compile("java/lang/(reflect|invoke|module)/.*"
            + "|java/lang/(ClassLoader|Module|ModuleLayer|Package)\\..*"
            + "|java/lang/Class\\.(?!cast|desiredAssertionStatus|getName|getSimpleName|isInstance).*"
            + "|java/util/(ServiceLoader|ResourceBundle)\\..*"
            + "|java/io/Object(In|Out)putStream\\..*"
            + "|(javax?|jdk|sun)/.*\\.newInstance"
            + "|com/fasterxml/jackson/databind/.*\\.(readValue|readerFor|writeValue|writerFor|forType|convert|treeToValue"
            + "|valueToTree|construct|findModules|findAndRegisterModules).*"
            + "|org/junit/platform/commons/support/.*");
    /** Those that javac writes for lambdas, method references and the joining of strings need nothing by name. */
    private static final Set<String> PLAIN_BOOTSTRAPS = Set.of(
            "java/lang/invoke/LambdaMetafactory.metafactory",
            "java/lang/invoke/StringConcatFactory.makeConcatWithConstants");

    private final List<String> found = new ArrayList<>();
    private String owner = "";

    private Reflections() {
        super(Opcodes.ASM9);
    }

    /** Lines such as {@code NimbleServerExtension -> Field.set}, sorted. */
    static Set<String> in(Iterable<byte[]> classes) {
        Set<String> all = new TreeSet<>();
        for (byte[] bytes : classes) {
            Reflections one = new Reflections();
            new ClassReader(bytes).accept(one, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
            all.addAll(one.found);
        }
        return all;
    }

    @Override
    public void visit(
            int version,
            int access,
            String name,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        owner = simple(name);
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new Calls();
    }

    private void call(String type, String name) {
        String call = type + "." + name;
        if (BY_NAME.matcher(call).matches()) {
            found.add(owner + " -> " + simple(type) + "." + name);
        }
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private final class Calls extends MethodVisitor {
        Calls() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitMethodInsn(int opcode, String type, String name, String descriptor, boolean isInterface) {
            call(type, name);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            if (!PLAIN_BOOTSTRAPS.contains(bootstrap.getOwner() + "." + bootstrap.getName())) {
                call(bootstrap.getOwner(), bootstrap.getName());
            }
            for (Object argument : arguments) {
                if (argument instanceof Handle) {
                    call(((Handle) argument).getOwner(), ((Handle) argument).getName());
                }
            }
        }
    }
}
