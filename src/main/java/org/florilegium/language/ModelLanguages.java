package org.florilegium.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Which languages of the n-gram model are written in a script, and by which tag each is called. */
final class ModelLanguages {
    private static final String LATIN = "afr=af ast aze=az bos=bs bre=br cat=ca ceb ces=cs cym=cy dan=da deu=de ekk=et "
            + "eng=en epo=eo est=et eus=eu fao=fo fin=fi fra=fr fry=fy gle=ga glg=gl gsw hrv=hr hun=hu ind=id isl=is "
            + "ita=it jav=jv lat=la lav=lv lim=li lit=lt ltz=lb lvs=lv min mlt=mt mri=mi msa=ms nan nds nld=nl nno=nn "
            + "nob=nb oci=oc plt=mg pol=pl por=pt ron=ro slk=sk slv=sl som=so spa=es sqi=sq srp=sr sun=su swa=sw "
            + "swe=sv tgl=tl tur=tr uzb=uz vie=vi vol=vo war zul=zu";
    private static final String CYRILLIC =
            "aze=az bak=ba bel=be bul=bg che=ce kaz=kk kir=ky mkd=mk mon=mn rus=ru srp=sr tat=tt tgk=tg ukr=uk uzb=uz";
    private static final Map<String, Map<String, String>> BY_SCRIPT = Map.of(
            "Latn", parse(LATIN),
            "Cyrl", parse(CYRILLIC),
            "Arab", parse("ara=ar fas=fa pes=fa pnb pus=ps urd=ur"),
            "Deva", parse("hin=hi mar=mr nep=ne san=sa"),
            "Beng", parse("ben=bn"));

    private ModelLanguages() {}

    static Map<String, String> of(String script) {
        return BY_SCRIPT.getOrDefault(script, Map.of());
    }

    private static Map<String, String> parse(String pairs) {
        return new HashMap<>(Arrays.stream(pairs.split(" "))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> pair[pair.length - 1], (a, b) -> a, LinkedHashMap::new)));
    }
}
