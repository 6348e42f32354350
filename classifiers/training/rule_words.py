"""Word lists and patterns of the weak rules; what each is used for stands in rules.py."""
import re

# Emotions under which a goemotions row is taken as free of the positive labels.
CONTRAST = {"anger", "annoyance", "disgust", "disappointment", "fear", "nervousness", "embarrassment", "neutral", "realization"}

# label -> (trait words that express it, trait words that express its opposite), for scenes that name one trait.
TRAITS = {
    "virtue.humanity": (
        "generous caring forgiving helpful selfless empathetic humane benevolent charitable merciful compassionate generosity kindness kind "
        "goodwill altruistic good-hearted considerate friendly benevolence nurturing giving hospitable friendliness",
        "selfish callous unfriendly unforgiving malice meanness spiteful merciless pitiless coldhearted cruel abusive stinginess rude ruthless "
        "unhelpful aggressive insulting egocentric mean malicious brutal unkindness selfishness ironhearted insensitive"),
    "virtue.courage": ("heroic courage bold brave courageous boldness forthright candid adventurous tough resilient",
                       "coward timidity cowardice timid cold_feet faintheartedness shy cowardly scared meek nervousness"),
    "virtue.temperance": (
        "patient modest modesty humble humility calm prudent frugal sober patience balanced good_temper self-control self-restraint measured "
        "cautious calmness humbleness",
        "gluttonous self-indulgence over-indulgence boastful lustful rashness conceit furious extravagant_with_money arrogant prideful ill_temper "
        "angry licentious hedonistic ill-tempered irritable volatile greedy gluttony impatience short-tempered wrathful reckless"),
    "virtue.justice": ("just fair fairness justice nonpartisan principled honorable decent showing_integrity",
                       "prejudiced biased partiality injustice unprincipled dishonorable unethical intolerant"),
    "virtue.wisdom": ("wise prudent reasonable sensible thoughtful mature open-minded mindful rational balanced",
                      "foolish childish careless rashness irresponsible immature reckless superstitious irrational"),
    "virtue.transcendence": ("grateful appreciative optimistic mindful", "ungrateful cynical unappreciative gloomy complaining"),
    "relational.empathy": ("empathetic empathy compassionate considerate caring",
                           "callous coldhearted apathetic apathy insensitive impersonal ignoring egocentric pitiless"),
    "relational.perspective_taking": ("considerate thoughtful open-minded observant attentive", "egocentric narcissistic selfish ignoring"),
    "relational.repair": ("forgiving apologetic merciful", "unforgiving avenging resentful spiteful revenging"),
    "epistemic.humility": ("humble modest humility modesty humbleness",
                           "boastful conceit arrogant prideful pompous pretentious narcissistic"),
    "prosocial.respect": ("respectful civility courteous polite courtesy respect",
                          "rude disrespectful insulting derogatory abrasive discourteous disrespect rudeness boorishness"),
    "prosocial.help": ("helpful helpfulness giving charitable generous attentive", "unhelpful selfish ignoring unhelpfulness stinginess"),
    "prosocial.gratitude": ("grateful appreciative", "ungrateful unappreciative complaining"),
    "flourishing.joy": ("cheerful optimistic good_temper lighthearted playful", "gloomy angry irritable bored"),
    "flourishing.relationships": ("friendly loyal sociable personable amiable faithful affection affectionate trusting friendliness",
                                  "unfriendly distant disloyal traitorous unfriendliness impersonal distrustful"),
    "flourishing.accomplishment": ("ambition ambitious dedicated driven diligent hard-working committed productive",
                                   "lazy unambitious laziness apathetic halfheartedness procrastinating"),
}
TRAITS = {k: tuple({w.replace("_", " ") for w in words.split()} for words in pair) for k, pair in TRAITS.items()}

INSULT = re.compile(
    r"\b(?:you(?:'re| are|r)?|u r?|ur)\b(?: \w+){0,3} (?:idiots?|morons?|stupid|dumb|dumbass|fools?|losers?|pathetic|liars?|clowns?|ignorant|"
    r"cowards?|disgrace|retards?|retarded|imbeciles?|scum|trash|pigs?|worthless|twats?|pricks?|assholes?)\b", re.I)
THREAT = re.compile(
    r"\b(?:i(?:'ll| will|'m gonna|'m going to| am going to| wanna| want to)|we(?:'ll| will| should| must)|someone should|should be|deserves? to be|"
    r"needs? to be|(?:gonna|going to))(?: \w+){0,2} (?:kill|killed|shoot|shot|stab|stabbed|beat|beaten|hang|hanged|hung|burn|burned|burnt|hurt|punch|"
    r"punched|lynch|lynched|execute|executed|murder|murdered|slap|slapped|strangle|smash your)\b", re.I)
INJURY = re.compile(
    r"\b(?:kill(?:ed|s|ing)?|stab(?:bed|s|bing)?|sh(?:ot|oot|oots|ooting)|punch(?:ed|es|ing)?|beat(?:en|s|ing)?|strangl(?:ed|es|e|ing)|"
    r"slap(?:ped|s|ping)?|kick(?:ed|s|ing)?|murder(?:ed|s|ing)?|chok(?:ed|es|e|ing)|stomp(?:ed|s|ing)?|drown(?:ed|s|ing)?|whip(?:ped|s|ping)?)\b", re.I)
DESPAIR = re.compile(r"suicid|kill (?:myself|himself|herself)|end (?:my|it all)|cut(?:ting)? (?:myself|my)|self.?harm|want to die|hurt(?:ing)? myself", re.I)
NATURE = re.compile(
    r"\b(?:woods?|pond|lake|trees?|birds?|forest|rivers?|meadows?|animals?|leaves|pines?|fish(?:es)?|squirrels?|insects?|flowers?|wild|species|plants?|"
    r"ice|loon|bees?|seeds?)\b", re.I)
TRADITION_NAMES = {
    "christian": r"christ(?:ian)?\w*|gospel|church|jesus", "islamic": r"mo?u?hammed\w*|muhammad\w*|islam\w*|muslims?|koran|mosque",
    "jewish": r"jews?|jewish|hebrews?|talmud\w*|judaism|rabbis?", "hindu": r"hindus?|hinduism|brahmin\w*|brahman\w*|vedas?|krishna|vedanta",
    "buddhist": r"buddh\w+", "confucian": r"confuci\w+", "daoist": r"tao\w*|dao\w*|laotse|lao-?tz\w+", "zoroastrian": r"zoroast\w+|parsees?",
    "greek": r"stoics?|plato\w*|socrates|epicur\w+", "bahai": r"bah[aá].?[ií]\w*", "shinto": r"shint[oō]\w*",
}
TRADITION_NAMES = {k: re.compile(rf"\b(?:{v})\b", re.I) for k, v in TRADITION_NAMES.items()}

# Works by what most of their pages do. Named once here; rules.py says which label each list is for.
TEACHING = {
    "Seneca Dialogues", "Epictetus Discourses", "Epictetus Short Works", "Analects (PG 3330)", "The Prophet", "Gitanjali", "Book of Tea",
    "Dhammapada (Müller)", "Tirukkural (Pope, English verse)", "Songs of Kabir", "Paris Talks", "The Consolation of Philosophy", "Essays (Emerson)",
    "The Kingdom of God Is Within You", "A Treatise on Good Works (Luther)", "Talks to Teachers (James)", "論語 (Kanripo)", "孟子 (Kanripo)", "老子 (Kanripo)",
    "孟子 zh-Hans", "莊子 (Kanripo)", "六祖大師法寶壇經", "Golestan (Saʿdi)", "Tirukkural (Tamil)", "Yoga Sutras (Johnston, with commentary)", "Guru Granth Sahib",
}
NARRATIVE = {
    "Myths and Legends of the Sioux", "Philippine Folk Tales (Cole)", "Origin of Species", "Souls of Black Folk", "The Voyage of the Beagle",
    "Facundo (Sarmiento)", "Poetic Edda", "Mabinogion", "Apu Ollantay", "Old Indian Days (Eastman)", "American Indian Stories",
    "Myths of Mexico and Peru (Spence)", "Legends of Gods and Ghosts (Westervelt)", "Twenty Years at Hull-House", "Up from Slavery",
    "Indian Boyhood (Eastman)", "Legends of Vancouver (E. Pauline Johnson)", "Hawaiian Folk Tales (Thrum)", "The Chinese Fairy Book (Wilhelm)",
    "Japanese Fairy Tales (Ozaki)", "Indian Fairy Tales (Jacobs)", "Eskimo Folk-Tales (Rasmussen)", "The Euahlayi Tribe (Parker)",
    "Indian Heroes and Great Chieftains (Eastman)", "Popol Wuj (Ximénez manuscript, es)", "Mide wiwin of the Ojibwa",
}
FABLES = {"Aesop (Jacobs)", "Phaedrus Fables", "Tirukkural (Pope, English verse)", "Dhammapada (Müller)", "Golestan (Saʿdi)", "老子 (Kanripo)"}
NORMS = {
    "Westminster Larger Catechism", "Belgic Confession", "1689 London Baptist Confession", "Westminster Confession of Faith",
    "Summa Theologica II-II, prudence and justice (Dominican translation)", "A Treatise on Good Works (Luther)", "Bushido (Nitobe)", "Utilitarianism", "弟子规",
    "UDHR", "Rights of Man",
}
MYSTICAL = {
    "Songs of Kabir", "Gitanjali", "The Life of St. Teresa of Jesus", "Confessions (Augustine)", "Paris Talks", "The Promulgation of Universal Peace",
    "The Prophet", "Vedic Hymns (SBE selection, Müller)", "Rigveda eng", "Guru Granth Sahib", "Ghazals (Hafez)", "The Light of Asia (Arnold)",
    "Mystics and Saints of Islam (Field)",
}
POLEMICS = {"The Age of Reason", "The Religions of Japan (Griffis)", "Facundo (Sarmiento)"}
