package city.minsheng;

import city.minsheng.platform.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** 民声: one program; its first word says what it does: start (the default), import, replay, proof. */
@SpringBootApplication(proxyBeanMethods = false)
@Modulithic(systemName = "Minsheng 民声")
public class Minsheng {

    public static void main(String[] args) {
        Launch.with(Minsheng.class, args);
    }
}
