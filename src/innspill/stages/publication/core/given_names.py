"""Given names that are common in Norway, written down by the authors of this program from memory.

A list of facts, not taken from a data set. Names that are everyday words too (Bo, Per, Mai) stand
in `DOUBLE`: they count only where something else says that a name stands there.
"""

from __future__ import annotations

_WOMEN = """
Aasne Ada Adele Agate Agnes Agnete Aicha Aina Aisha Alexandra Alfhild Alice Alida Alma Alva Amalie
Amanda Amelia Amina Amira Ana Andrea Andrine Ane Angela Anette Anita Anja Ann Anna Annbjørg Anne
Annelise Anniken Annlaug Ansa Arnhild Asbjørg Asma Aslaug Asta Astri Astrid Aud Aurora Ayan Aase
Barbara Beate Beatrice Bente Benedicte Bergljot Berit Berta Betty Birgit Birgitte Birte Bjørg Bodil
Borghild Brit Brita Britt Brynhild Camilla Carina Caroline Cathrine Cecilia Cecilie Celine Charlotte
Christin Christina Christine Cicilie Claudia Dagfrid Dagmar Dagny Dagrun Dahlia Daniela Diana Dina
Dordi Doris Dorothea Ebba Edel Edith Edna Ea Eira Eirin Eivor Ela Elena Eleonora Elfrid Eli Elida
Eline Elin Elina Elisa Elisabet Elisabeth Elise Ella Elle Ellen Ellinor Elma Else Elsa Elsebeth Elvira
Emilia Emilie Emily Emma Emmy Erika Erna Ester Esther Eva Eveline Evy Fadumo Fartun Fatima Fatma Filippa
Frances Freja Frida Fride Frøydis Gerd Gerda Gertrud Gina Giske Gitte Gjertrud Gjøril Grete Grethe Gry
Gudny Gudrun Gunhild Gunn Gunnhild Gunnvor Gunvor Guri Guro Gyda Halima Hanna Hannah Hanne Harriet Hawa
Hedda Hedvig Heidi Helen Helena Helene Helga Helle Henny Henriette Herborg Hermine Herdis Hilda Hilde
Hildegunn Hildur Hjørdis Hodan Hulda Iben Ida Idun Ilse Ina Inga Ingebjørg Ingeborg Inger Ingerid Ingrid
Ingri Ingunn Ingveig Ingvild Ioana Irene Iris Irja Irmelin Isabel Isabella Iselin Ivana Jane Janne Jannicke
Jasmin Jeanette Jenny Jessica Joanna Johanna Johanne Jorid Jorun Jorunn Josefine Judith Julia Julie Juni
Justyna Kaia Kaja Kamilla Kari Karen Karensofie Karianne Karin Karina Karine Karoline Katarina Katarzyna
Kate Kathrine Kathinka Katja Katrine Khadija Kine Kirsten Kirsti Kjellaug Kjellfrid Kjersti Klara Konstanse
Kristi Kristiane Kristin Kristina Kristine Laila Lara Laura Lea Leikny Lena Lene Leona Leyla Lill Lillian
Lilly Lina Linda Line Linn Linnea Lisa Lisbet Lisbeth Lise Liss Live Liv Livia Lone Lotte Louise Lovise Lucia
Lucy Luna Lydia Madeleine Magdalena Magnhild Magni Maia Maiken Maja Malene Mali Malin Mara Maren Marta
Margaret Margareta Margarethe Margit Margot Margrete Margrethe Margunn Mari Maria Mariam Mariann Marianne
Marie Mariell Marielle Marina Marion Marit Marita Marte Marthe Martha Martine Mary Maryam Mathea Mathilde
Matilde Maud May Máret Melina Mensud Mette Mia Mie Mildrid Milla Mille Mina Mira Miriam Mirjam Mona Monica
Monika Märta Målfrid Nadia Naomi Nasrin Natalia Natalie Nathalie Nelly Nicole Nina Noor Nora Norunn
Oddbjørg Oddlaug Oddny Oddrun Oddveig Olaug Olava Olea Olena Olga Oline Olivia Otilie Pauline Paula Pernille
Petra Pia Ragna Ragnfrid Ragnhild Rakel Ramona Randi Rannveig Rebecca Rebekka Reidun Renate Rigmor Rikke Rita
Rojda Ronja Rosa Rose Runa Ruth Rønnaug Saga Sahra Salma Samira Sandra Sanna Sanne Sara Sarah Selam Selma
Serine Sidsel Signe Signy Sigrid Sigrun Silje Silvia Simone Sina Sigbjørg Sissel Siri Siril Siv Siw Sofia Sofie
Solbjørg Solfrid Solrun Solvor Solveig Solvår Sonja Sophie Stella Stephanie Stine Sunniva Susann Susanne Suzanne
Svanhild Svetlana Sylvi Sylvia Synne Synneva Synnøve Sølvi Sørine Tale Tamara Tanja Tara Tatiana Thale Thea
Thelma Therese Thora Tilda Tilde Tina Tine Tiril Tiina Toini Tomine Tonje Tora Torbjørg Tordis Torill Torhild
Torild Torunn Tove Trine Trude Turi Turid Tuva Tyra Tyri Ulla Ulrikke Unn Unni Ursula Valborg Valentina Vanja
Venke Vera Veronica Veronika Veslemøy Vibeke Victoria Viktoria Vigdis Wigdis Vilde Vilja Viola Viviann Vivian
Wenche Wencke Wilma Yasmin Ylva Yngvild Yvonne Zahra Zainab Zofia Ågot Åse Åshild Åslaug Åsne Åste Amalia
"""
_MEN = """
Aasmund Abbas Abdi Abdul Abdullah Abdullahi Adam Adrian Agnar Ahmad Ahmed Aksel Albert Alberto Aleksander
Alexander Alf Alfred Ali Allan Amadeus Amir Amund Anders Andre André Andreas Andrei Andrzej Anfinn Ansgar
Anton Are Arild Aril Arn Arnfinn Arne Arnljot Arnold Arnstein Arnt Arnulf Aron Artur Arthur Arve Arvid Asbjørn
Asgeir Aslak Aslan Asle Asmund Atle Audun August Axel Bendik Bengt Benjamin Bent Bernhard Bernt Bertil Birger
Birk Bjarne Bjarte Bjørn Bjørnar Bjørnulf Borgar Børge Børre Brede Brian Bror Brynjar Bård Carl Cato Casper
Charles Christen Christer Christian Christoffer Christopher Conrad Dagfinn Dan Daniel Danny David Dennis Didrik
Ebbe Edgar Edmund Edvard Edvin Edward Egil Eilert Eilif Einar Eirik Eivind Elias Elling Eliseus Embrik Emil
Emanuel Endre Enok Erik Erland Erlend Erling Ernst Eskil Espen Even Evert Eyvind Fabian Farid Felix Ferdinand
Filip Folke Frank Fredrik Fredric Fridtjof Fritz Frode Gabriel Gard Gaute Geir Georg George Gisle Gjermund Gjert
Glenn Gorm Greger Gregers Gudbrand Gudmund Gunnar Gunnleik Gunnstein Gunnulf Gustav Guttorm Gøran Haakon Hall
Halfdan Halgeir Hallgeir Hallstein Hallvard Halvard Halvor Hamza Hans Harald Harry Hartvig Hasan Hassan Hein
Heine Helge Henning Henrik Henry Herman Hermann Hjalmar Hogne Hugo Hussein Håkon Håvard Ian Ibrahim Idar Idris
Igor Inge Ingar Ingmar Ingolf Ingvald Ingvar Isak Ismail Ivan Ivar Iver Jack Jakob Jacob James Jan Jarl Jarle
Jeppe Jens Jim Jimmy Joachim Joakim Joar Johan Johannes John Johnny Jon Jonas Jonatan Jonathan Jone Jonny Jørgen
Jørn Josef Joseph Julian Julius Jurgis Jostein Kaare Kai Karl Karsten Kasper Kaspar Kay Ken Kenneth Kennet Kent
Kevin Khalid Kim Kjartan Kjell Kjetil Klaus Klemet Knut Konrad Kristen Kristian Kristoffer Krister Krzysztof Kurt
Kåre Lars Lasse Lauritz Laurits Leander Leif Leiv Lennart Leo Leon Leonard Levi Liam Linus Loke Lorents Lorentz
Louis Lucas Ludvig Lukas Magnar Magne Magnus Malvin Marcus Marek Marius Mark Markus Martin Mathias Matheus Mats
Matteus Matias Max Mehmet Michael Mikael Mikal Mikkel Milan Modolf Mohamed Mohammad Mohammed Morten Muhammad
Mustafa Mårten Narve Nicolai Nicolas Niels Niklas Nikolai Nils Niillas Njål Noah Norvald Nor Normann Odd-Arne
Oddbjørn Oddgeir Oddmund Oddvar Odin Ola Olai Olaf Olav Ole Oliver Olger Omar Ommund Osman Oskar Oscar Osvald Otto
Ottar Ove Patrick Paul Pawel Peder Peter Petter Philip Piotr Preben Pål Rafael Ragnar Ragnvald Rasmus Reidar
Reinert Rein Rene Richard Rikard Roald Roar Robert Robin Roger Roland Rolf Roman Ronald Ronny Roy Rudolf Rune
Ruben Runar Sakarias Salah Sander Samuel Samson Sebastian Selmer Sigbjørn Sigfred Sigge Sigmund Sigurd Sigve
Simen Simon Sindre Sivert Sjur Snorre Sondre Staale Stanislaw Stefan Steffen Stein Steinar Steingrim Sten Stian
Stig Storm Ståle Sture Sven Svein Sveinung Svend Sverre Syver Søren Tage Tallak Tarald Tarjei Teodor Terje Theo
Theodor Thomas Thor Thorbjørn Thore Thorleif Thorstein Thorvald Tim Tobias Tom Tomas Tomasz Tommy Tony Tor Torbjørn
Tord Tore Torfinn Torgeir Torgrim Torkel Torkjell Torleif Torleiv Tormod Torolf Torstein Torvald Toralf Torgils
Tov Trond Trygve Truls Trym Tron Trond-Erik Ulf Ulrik Vebjørn Vegar Vegard Vetle Victor Vidar Vidkun Viggo Viktor
Vilhelm Wilhelm William Villy Willy Wiggo Yngvar Yngve Yusuf Yosef Øistein Ørjan Ørnulf Øystein Øyvind Øivind Åge
Aage Åsmund Åsulf
"""
_WORDS = """
Ask Bo Brage Brit Dag Dan Even Fredrik Gunn Hall Inge Jo Ken Kent Live Liv Lina Mai Mali May Mark My Mina Max Nor
Noor Odd Ola Ole Per Pia Rein Rose Roman Siv Stein Sol Storm Tale Tim Tina Tom Tone Tor Tora Tore Tov Truls Unn
Ada Ana Ea Elle Eira Fride Gina Are Aril Arn Bent Birk Bror Brede Egil Leon Mille Mie Mira Odin Saga Sara Tron Ulf
Vera Stella Victoria Alva Aurora Viola Luna Iris Jan Frank Herman Josef Leo Ansa Hilda Rosa
"""
DOUBLE = frozenset(_WORDS.split())
"""Names that are words, or names of other things, as well."""
GIVEN = frozenset((_WOMEN + _MEN).split()) | DOUBLE
"""All given names that are known here."""
